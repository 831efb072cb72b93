import { JOB_LIMITS, RETENTION } from "../../../shared/limits.ts";
import { Button } from "../../ui/Button.tsx";
import { Dialog } from "../../ui/Dialog.tsx";
import "../../ui/states.css";
import "./ai-panel.css";

export interface ConsentDialogProps {
  readonly text: string;
  /** Readings left today; `null` while that isn't known. */
  readonly left: number | null;
  readonly onAgree: () => void;
}

const HOURS = JOB_LIMITS.keptMs / 3_600_000;
const DAYS = RETENTION.readingMs / 86_400_000;

/** Asks before a CV's text leaves this browser: what goes, to whom, what is kept (R5.9). */
export function ConsentDialog({ text, left, onAgree }: ConsentDialogProps) {
  return (
    <Dialog
      title="Send your CV’s text to Google’s Gemini?"
      trigger={<Button variant="primary">Read it again with AI</Button>}
      renderActs={({ close }) => (
        <>
          <Button onPress={close}>Don’t send</Button>
          <Button
            variant="primary"
            onPress={() => {
              close();
              onAgree();
            }}
          >
            Send the text
          </Button>
        </>
      )}
    >
      <dl className="review-consent">
        <dt>What is sent</dt>
        <dd>
          The text that can be seen in your CV, {text.length.toLocaleString()} characters with
          everything personal in it. Not the file, its pictures, its layout or hidden text.
        </dd>
        <dt>To whom</dt>
        <dd>
          To this site’s server, and from there to Google, whose model Gemini reads it. Google’s
          terms for the Gemini API apply to it there.
        </dd>
        <dt>What is kept here</dt>
        <dd>
          The text for {HOURS} hours and what was read of it for {DAYS} days, both encrypted, so
          that the same text needn’t be sent twice. Without an account, a session without your name
          is made to count readings.
        </dd>
        <dt>What happens to your site</dt>
        <dd>Nothing until you take a suggestion over. Each can be undone.</dd>
      </dl>
      <details className="ui-unfold-log">
        <summary>See the text that is sent</summary>
        {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a scrolling region must be reachable */}
        <pre tabIndex={0} aria-label="The text that is sent">
          {text}
        </pre>
      </details>
      {left !== null && <p className="review-quiet">{leftWords(left)}</p>}
    </Dialog>
  );
}

/** “2 readings left today.” */
export const leftWords = (left: number): string =>
  left === 0
    ? "No reading is left today. They come back at midnight (UTC)."
    : `${left} ${left === 1 ? "reading" : "readings"} with AI left today.`;
