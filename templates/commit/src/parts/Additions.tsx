import { filled } from "../filled";

/** What someone added, line by line, as a diff shows it. */
export function Additions({ lines }: { lines?: string[] }) {
  const added = filled(lines);
  if (added.length === 0) return null;
  return (
    <ul className="flex flex-col gap-1.5">
      {added.map((line, index) => (
        <li key={index} className="addition">
          {line}
        </li>
      ))}
    </ul>
  );
}
