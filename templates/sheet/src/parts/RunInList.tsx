import { filled } from "../filled";

interface Group {
  name?: string | undefined;
  /** In italics, after the name. */
  note?: string | undefined;
  items?: readonly string[] | undefined;
}

/** Paragraphs that open with their name in small capitals, as a dictionary’s do. */
export function RunInList({ groups }: { groups: readonly Group[] }) {
  return (
    <ul className="run-ins">
      {groups.map(({ name, note, items }, i) => (
        <li key={i}>
          {name && <span className="caps">{name}</span>}
          {note && <span className="of">{note}</span>}
          {filled(items).length > 0 && <span className="items">{filled(items).join(", ")}</span>}
        </li>
      ))}
    </ul>
  );
}
