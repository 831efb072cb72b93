import { filled } from "../filled";

/** A list of sentences, with its dashes in the margin. */
export function Points({ points }: { points: readonly string[] | undefined }) {
  const shown = filled(points);
  if (shown.length === 0) return null;
  return (
    <ul className="points">
      {shown.map((point, i) => (
        <li key={i}>{point}</li>
      ))}
    </ul>
  );
}
