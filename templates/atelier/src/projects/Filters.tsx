import { galleryWords } from "../gallery-words";
import { filters } from "./filters";
import { pieces } from "./pieces";

/** Radio buttons; what they do is CSS's (filters.css), so that it needs no script. */
export function Filters() {
  if (filters.length === 0) return null;
  const choices = [{ label: galleryWords.all, count: pieces.length }].concat(
    filters.map(({ label, ids }) => ({ label, count: ids.size })),
  );
  return (
    <fieldset className="filters">
      <legend className="unseen">{galleryWords.filter}</legend>
      {choices.map(({ label, count }, i) => (
        <label key={i}>
          <input type="radio" name="filter" value={i} defaultChecked={i === 0} />
          <span>
            {label} <small>{count}</small>
          </span>
        </label>
      ))}
    </fieldset>
  );
}
