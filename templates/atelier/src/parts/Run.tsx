import { filled } from "../filled";

/** Short things, one after the other. */
export function Run({ items }: { items: readonly string[] | undefined }) {
  const said = filled(items);
  if (said.length === 0) return null;
  return (
    <ul className="run">
      {said.map((item, i) => (
        <li key={i}>{item}</li>
      ))}
    </ul>
  );
}
