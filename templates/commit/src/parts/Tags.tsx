import { filled } from "../filled";

/** A stack: short words, side by side. */
export function Tags({ items }: { items?: string[] }) {
  const tags = filled(items);
  if (tags.length === 0) return null;
  return (
    <ul className="flex flex-wrap gap-1.5">
      {tags.map((tag, index) => (
        <li key={index} className="tag">
          {tag}
        </li>
      ))}
    </ul>
  );
}
