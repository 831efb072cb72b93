/** A list of sentences, with its dashes hanging. */
export function Points({ points = [] }: { points: readonly string[] | undefined }) {
  if (points.length === 0) return null;
  return (
    <ul className="points">
      {points.map((point, i) => (
        <li key={i}>{point}</li>
      ))}
    </ul>
  );
}
