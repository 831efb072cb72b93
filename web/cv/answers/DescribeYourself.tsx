import type { ReactNode } from "react";
import { Button } from "../../ui/Button.tsx";
import { TextField } from "../../ui/TextField.tsx";
import "./answers.css";

export interface DescribeYourselfProps {
  readonly text: string;
  readonly onChange: (text: string) => void;
  readonly onSort: () => void;
  readonly onStop: () => void;
  readonly isSorting: boolean;
  /** What the model gave and the text doesn't say; `null` before it was asked. */
  readonly leftOut: readonly string[] | null;
  readonly failure: ReactNode;
}

/** A few sentences that a model sorts into the form below, where the person looks at them. */
export function DescribeYourself(props: DescribeYourselfProps) {
  const { text, onChange, onSort, onStop, isSorting, leftOut, failure } = props;
  return (
    <section className="answers-group" aria-label="Describe yourself">
      <h2>Or describe yourself</h2>
      <div className="answers-fields">
        <TextField
          label="In your own words"
          description="A model sorts it into the form below. This text is sent to it; the form isn’t."
          placeholder="I’m a wedding photographer in Porto. Since 2016 I have my own studio …"
          multiline
          rows={4}
          maxLength={10_000}
          value={text}
          onChange={onChange}
        />
        <div className="answers-acts">
          <Button isPending={isSorting} isDisabled={text.trim() === ""} onPress={onSort}>
            Sort it into the form
          </Button>
          {isSorting && (
            <Button variant="quiet" onPress={onStop}>
              Stop
            </Button>
          )}
        </div>
        {failure}
        {leftOut !== null && (
          <output className="answers-sorted">
            {leftOut.length === 0
              ? "It is in the form below. Look it over before you make the site."
              : "It is in the form below. Left out, since your text doesn’t say it:"}
            {leftOut.length > 0 && (
              <ul>
                {leftOut.map((one, at) => (
                  <li key={at}>{one}</li>
                ))}
              </ul>
            )}
          </output>
        )}
      </div>
    </section>
  );
}
