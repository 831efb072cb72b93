import { useLayoutEffect, useRef, useState, type KeyboardEvent } from "react";
import { Button } from "../../../ui/Button.tsx";
import { IconButton } from "../../../ui/IconButton.tsx";
import { BetterWords } from "./BetterWords.tsx";
import { lineAfter, moveLine, withoutLine, type ListEdit } from "./list-edits.ts";

export interface LinesFieldProps {
  readonly label: string;
  readonly lines: readonly string[];
  readonly pointer: string;
  readonly onChange: (lines: readonly string[]) => void;
  /** Proposed words were taken over: an act of its own. */
  readonly onTake: (lines: readonly string[]) => void;
}

/**
 * Sentences in a list. Enter adds one below, Backspace in an empty one takes it away, Alt with an
 * arrow key moves it. An empty line is kept here only: the résumé never holds one.
 */
export function LinesField({ label, lines, pointer, onChange, onTake }: LinesFieldProps) {
  const room = useRef<HTMLFieldSetElement>(null);
  const [draft, setDraft] = useState<readonly string[] | null>(null);
  const [focus, setFocus] = useState<{ readonly at: number } | null>(null);
  const kept = (draft ?? []).filter((line) => line.trim() !== "");
  const isOurs =
    draft !== null && kept.length === lines.length && kept.every((line, at) => line === lines[at]);
  const shown = isOurs ? draft : lines;

  useLayoutEffect(() => {
    if (focus !== null) room.current?.querySelectorAll("textarea")[focus.at]?.focus();
  }, [focus]);

  const change = (next: readonly string[]) => {
    setDraft(next);
    onChange(next.filter((line) => line.trim() !== ""));
  };
  const take = (next: readonly string[]) => {
    setDraft(next);
    onTake(next.filter((line) => line.trim() !== ""));
  };
  const edit = (next: ListEdit | null) => {
    if (next === null) return;
    change(next.lines);
    setFocus({ at: next.focus });
  };
  const onKey = (event: KeyboardEvent<HTMLTextAreaElement>, at: number) => {
    const act = keyAct(event, shown, at);
    if (act === undefined) return;
    event.preventDefault();
    edit(act);
  };

  return (
    <fieldset className="lines-field" ref={room}>
      <legend className="form-label">{label}</legend>
      {shown.map((line, at) => (
        <Line
          key={at}
          name={`${label}, ${at + 1} of ${shown.length}`}
          at={at}
          line={line}
          pointer={`${pointer}/${at}`}
          onChange={(next) => change(shown.with(at, next))}
          onKey={(event) => onKey(event, at)}
          onRemove={() => edit(withoutLine(shown, at))}
          onTake={(words) => take(shown.with(at, words))}
        />
      ))}
      <Button size="small" variant="quiet" onPress={() => edit(lineAfter(shown, shown.length - 1))}>
        Add a line
      </Button>
    </fieldset>
  );
}

interface LineProps {
  readonly name: string;
  readonly at: number;
  readonly line: string;
  readonly pointer: string;
  readonly onChange: (line: string) => void;
  readonly onKey: (event: KeyboardEvent<HTMLTextAreaElement>) => void;
  readonly onRemove: () => void;
  readonly onTake: (words: string) => void;
}

function Line({ name, at, line, pointer, onChange, onKey, onRemove, onTake }: LineProps) {
  return (
    <div className="lines-line" data-pointer={pointer}>
      <textarea
        aria-label={name}
        rows={1}
        value={line}
        onChange={(event) => onChange(event.target.value.replace(/\n/g, " "))}
        onKeyDown={onKey}
      />
      <IconButton label={`Remove line ${at + 1}`} icon="x" size="small" onPress={onRemove} />
      <BetterWords of={`line ${at + 1}`} text={line} onTake={onTake} isSmall />
    </div>
  );
}

/** What a key does to the list: `undefined` when it is plain typing, `null` when it does nothing. */
function keyAct(
  event: KeyboardEvent<HTMLTextAreaElement>,
  lines: readonly string[],
  at: number,
): ListEdit | null | undefined {
  if (event.nativeEvent.isComposing) return undefined;
  if (event.key === "Enter") return lineAfter(lines, at);
  if (event.key === "Backspace" && lines[at] === "") return withoutLine(lines, at);
  if (event.altKey && event.key === "ArrowUp") return moveLine(lines, at, -1);
  if (event.altKey && event.key === "ArrowDown") return moveLine(lines, at, 1);
  return undefined;
}
