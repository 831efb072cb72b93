import { scholarWords } from "../scholar-words";
import type { Kind } from "./kinds";

interface Props {
  count: number;
  kinds: readonly { kind: Kind; count: number }[];
}

/**
 * One kind or all. It works by CSS alone (`:has()` in publications.css), and isn't shown where a
 * browser doesn't know that.
 */
export function Filter({ count, kinds }: Props) {
  return (
    <fieldset className="filter">
      <legend>{scholarWords.show}</legend>
      <Choice value="all" label={scholarWords.all} count={count} isDefault />
      {kinds.map(({ kind, count }) => (
        <Choice key={kind} value={kind} label={scholarWords[kind]} count={count} />
      ))}
    </fieldset>
  );
}

interface ChoiceProps {
  value: Kind | "all";
  label: string;
  count: number;
  isDefault?: boolean;
}

function Choice({ value, label, count, isDefault }: ChoiceProps) {
  return (
    <label>
      <input type="radio" name="kind" value={value} defaultChecked={isDefault} />
      <span>
        {label} <span className="count">{count}</span>
      </span>
    </label>
  );
}
