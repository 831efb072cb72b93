import { useRef, type ReactNode } from "react";
import {
  openOffers,
  type Message,
  type MessageOffers,
  type TextChange,
} from "../../shared/conversation.ts";
import { Button } from "../ui/Button.tsx";
import { Link } from "../ui/Link.tsx";
import { Examples } from "./Examples.tsx";
import { Offers } from "./Offers.tsx";
import { RunEnd } from "./RunEnd.tsx";
import { RunSteps } from "./RunSteps.tsx";
import { costWords } from "./run-words.ts";
import { Unfold } from "./Unfold.tsx";

export interface AnswerActs {
  readonly onUndo: (message: Message) => void;
  /** Why a message can't be taken back, or `null`. */
  readonly undoProblem: (message: Message) => string | null;
  /** Asks the same again, from where the site was before. */
  readonly onRetry: (message: Message) => void;
  /** Brings back the files as they were after this answer, as a new version. */
  readonly onRestore: (message: Message) => void;
  /** The person's answer to “May this go to the model?” */
  readonly onConsent: (message: Message, isGiven: boolean) => void;
  readonly onPermission: (id: string, isAllowed: boolean) => void;
  /** Does one of the things that a message offers, or asks the model instead. */
  readonly onChoose: (message: Message, choice: MessageOffers["choices"][number] | "model") => void;
  readonly renderDiff: (change: TextChange) => ReactNode;
}

export interface AnswerProps extends AnswerActs {
  readonly message: Message;
  readonly isLast: boolean;
  /** An answer is under way somewhere in the conversation. */
  readonly isBusy: boolean;
  /** Whether what isn't plain can go to a model; `null` until that is known. */
  readonly hasModel: boolean | null;
  readonly onTry: (example: string) => void;
}

/** What was answered and done, and every way back from it. */
export function Answer(props: AnswerProps) {
  const { message, isLast, isBusy, hasModel, onTry, onConsent, onPermission, renderDiff } = props;
  const { text, isUndone, examples = [], run, link, needsConsent } = message;
  const open = openOffers(message);
  const place = useRef<HTMLDivElement>(null);
  return (
    <div ref={place} tabIndex={message.offers && -1} data-undone={isUndone || undefined}>
      {run ? (
        <div className="chat-run">
          {text !== "" && <p className="chat-doing">{text}</p>}
          <RunSteps steps={run.steps} renderDiff={renderDiff} onPermission={onPermission} />
          <RunEnd run={run} />
          {run.state === "running" && message.jobId !== undefined && (
            <p className="chat-doing">It goes on when you close this page.</p>
          )}
        </div>
      ) : (
        <p>{text}</p>
      )}
      {needsConsent && (
        <div className="chat-acts">
          <Button size="small" variant="primary" onPress={() => onConsent(message, true)}>
            Ask the model
          </Button>
          <Button size="small" onPress={() => onConsent(message, false)}>
            Don’t send
          </Button>
        </div>
      )}
      <After {...props} />
      {open && (
        <Offers
          open={open}
          hasModel={hasModel === true}
          isLast={isLast}
          isDisabled={isBusy}
          onChoose={(choice) => {
            // The button goes; who goes on by keyboard goes on from the answer in its place.
            place.current?.focus();
            props.onChoose(message, choice);
          }}
        />
      )}
      {examples.length > 0 && <Examples examples={examples} onTry={onTry} />}
      {link && !(open && hasModel) && (
        <p className="chat-link">
          <Link href={link.to}>{link.label}</Link>
        </p>
      )}
    </div>
  );
}

/** The quiet line under an answer: difference, undo, back to here, again, cost. */
function After(props: AnswerProps) {
  const { message, isLast, isBusy, onRetry, onRestore, renderDiff } = props;
  const { act, changes = [], run, version } = message;
  if (run?.state === "running" || (act === undefined && !run)) return null;
  const quiet = { size: "small", variant: "quiet", isDisabled: isBusy } as const;
  return (
    <div className="chat-after">
      {!run && changes.length > 0 && <Differences changes={changes} renderDiff={renderDiff} />}
      {act !== undefined && <Undo {...props} />}
      {version !== undefined && !isLast && (
        <Button {...quiet} onPress={() => onRestore(message)}>
          Restore to here
        </Button>
      )}
      {run && isLast && (
        <Button {...quiet} onPress={() => onRetry(message)}>
          Try again
        </Button>
      )}
      {run?.cost && run.cost.inputTokens > 0 && (
        <small className="chat-cost">{costWords(run.cost)}</small>
      )}
    </div>
  );
}

function Undo({ message, isBusy, onUndo, undoProblem }: AnswerProps) {
  if (message.isUndone) return <small>Undone</small>;
  const problem = undoProblem(message);
  if (problem !== null) return <small>{problem}</small>;
  return (
    <Button size="small" variant="quiet" isDisabled={isBusy} onPress={() => onUndo(message)}>
      Undo
    </Button>
  );
}

const Differences = (props: {
  readonly changes: readonly TextChange[];
  readonly renderDiff: AnswerProps["renderDiff"];
}) => (
  <Unfold
    line={props.changes.length === 1 ? props.changes[0]!.path : `${props.changes.length} files`}
  >
    {props.changes.map((change) => (
      <div key={change.path} className="chat-diff">
        {props.renderDiff(change)}
      </div>
    ))}
  </Unfold>
);
