import { filled } from "../filled";

/** A list of sentences. */
export function Points({ points }: { points: readonly string[] | undefined }) {
  const said = filled(points);
  if (said.length === 0) return null;
  return (
    <ul className="points">
      {said.map((point, i) => (
        <li key={i}>{point}</li>
      ))}
    </ul>
  );
}
