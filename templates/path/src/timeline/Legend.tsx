import { pathWords } from "../path-words";
import { kinds, stops, type Kind } from "../time/stops";
import { kindTitle } from "./kind-title";

/**
 * What the strokes mean, and a choice of one of them. It works by CSS alone (`:has()` in legend.css);
 * where a browser doesn't know that it only explains.
 */
export function Legend() {
  return (
    <fieldset className="legend">
      <legend>{pathWords.show}</legend>
      <Choice value="all" label={pathWords.all} count={stops.length} />
      {kinds.map(({ kind, stops }) => (
        <Choice key={kind} value={kind} label={kindTitle(kind)} count={stops.length} />
      ))}
    </fieldset>
  );
}

function Choice({ value, label, count }: { value: Kind | "all"; label: string; count: number }) {
  return (
    <label className={`of-${value}`}>
      <input type="radio" name="kind" value={value} defaultChecked={value === "all"} />
      <span>
        {value !== "all" && <i className="stroke" />}
        {label} <span className="count">{count}</span>
      </span>
    </label>
  );
}
