import { Person, Whoami, label, name } from "./Person";

/** More would only run out of the page. */
const MOST_BYTES = 96;

/** Where the eight holes of a byte stand across the tape; between the third and the fourth run the feed holes. */
const ROW_OF_BIT = [8, 7, 6, 4, 3, 2, 1, 0];

/** Name and calling, and under them the same in eight-bit code (UTF-8), punched into tape. */
export function Tape() {
  const bytes = [...new TextEncoder().encode([name, label].filter(Boolean).join("\n"))].slice(
    0,
    MOST_BYTES,
  );
  return (
    <header className="session" id="whoami">
      <Whoami />
      <Person />
      <div className="tape" aria-hidden="true">
        <svg viewBox={`0 0 ${bytes.length} 9`} style={{ ["--length" as string]: bytes.length }}>
          {bytes.flatMap((byte, at) =>
            ROW_OF_BIT.flatMap((row, bit) =>
              (byte >> bit) & 1
                ? [<circle key={`${at}-${bit}`} cx={at + 0.5} cy={row + 0.5} r={0.36} />]
                : [],
            ),
          )}
        </svg>
      </div>
    </header>
  );
}
