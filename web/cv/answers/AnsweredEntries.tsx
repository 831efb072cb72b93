import { useLayoutEffect, useRef, useState } from "react";
import { NO_ENTRY, timeProblem, type AnsweredEntry } from "../../../shared/cv/resume-of-answers.ts";
import { Button } from "../../ui/Button.tsx";
import { TextField } from "../../ui/TextField.tsx";

/** The words of a job and of a course of study. */
const WORDS = {
  work: {
    one: "Job",
    what: "Role",
    where: "Company",
    told: "What you did there",
    add: "Add another job",
  },
  study: {
    one: "Study",
    what: "Subject",
    where: "School",
    told: "Courses, marks, thesis",
    add: "Add another school",
  },
} as const;

export interface AnsweredEntriesProps {
  readonly of: keyof typeof WORDS;
  /** One at least. */
  readonly entries: readonly AnsweredEntry[];
  readonly onChange: (entries: readonly AnsweredEntry[]) => void;
}

/** Jobs or studies, each with four short answers; a new one gets the cursor. */
export function AnsweredEntries({ of, entries, onChange }: AnsweredEntriesProps) {
  const words = WORDS[of];
  const room = useRef<HTMLDivElement>(null);
  const [added, setAdded] = useState<{ readonly at: number } | null>(null);
  useLayoutEffect(() => {
    if (added === null) return;
    room.current?.children[added.at]?.querySelector("input")?.focus();
  }, [added]);
  return (
    <>
      <div className="answers-entries" ref={room}>
        {entries.map((entry, at) => (
          <Entry
            key={at}
            words={words}
            name={entries.length === 1 ? words.one : `${words.one} ${at + 1}`}
            entry={entry}
            onChange={(next) => onChange(entries.with(at, next))}
            {...(entries.length === 1
              ? {}
              : { onRemove: () => onChange(entries.toSpliced(at, 1)) })}
          />
        ))}
      </div>
      <div>
        <Button
          size="small"
          onPress={() => {
            onChange([...entries, NO_ENTRY]);
            setAdded({ at: entries.length });
          }}
        >
          {words.add}
        </Button>
      </div>
    </>
  );
}

interface EntryProps {
  readonly words: (typeof WORDS)[keyof typeof WORDS];
  readonly name: string;
  readonly entry: AnsweredEntry;
  readonly onChange: (entry: AnsweredEntry) => void;
  readonly onRemove?: () => void;
}

function Entry({ words, name, entry, onChange, onRemove }: EntryProps) {
  return (
    <fieldset className="answers-entry">
      <legend className="visually-hidden">{name}</legend>
      <div className="answers-pair">
        <TextField
          label={words.what}
          value={entry.what}
          onChange={(what) => onChange({ ...entry, what })}
        />
        <TextField
          label={words.where}
          value={entry.where}
          onChange={(where) => onChange({ ...entry, where })}
        />
      </div>
      <TextField
        label="When"
        placeholder="2016 – now"
        value={entry.when}
        onChange={(when) => onChange({ ...entry, when })}
        validate={timeProblem}
      />
      <TextField
        label={words.told}
        description="One thing a line."
        multiline
        rows={2}
        value={entry.told}
        onChange={(told) => onChange({ ...entry, told })}
      />
      {onRemove !== undefined && (
        <div>
          <Button size="small" variant="quiet" onPress={onRemove}>
            {`Remove ${name.toLowerCase()}`}
          </Button>
        </div>
      )}
    </fieldset>
  );
}
