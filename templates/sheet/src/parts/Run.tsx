import { filled } from "../filled";

/** Short things in one run of text: "intaglio · letterpress · etching". */
export function Run({ items }: { items: readonly string[] | undefined }) {
  const shown = filled(items);
  if (shown.length === 0) return null;
  return (
    <ul className="run">
      {shown.map((item, i) => (
        <li key={i}>{item}</li>
      ))}
    </ul>
  );
}
