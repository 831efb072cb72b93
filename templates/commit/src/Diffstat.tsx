import { outline } from "./outline";

/** The longest bar, in pluses. */
const WIDEST = 13;

/** The table of contents, with what each section adds, as `git diff --stat` would sum it up. */
export function Diffstat() {
  if (outline.length < 2) return null;
  const most = Math.max(...outline.map(({ lines }) => lines));
  const pluses = (lines: number) =>
    most <= WIDEST ? lines : Math.max(1, Math.round((lines / most) * WIDEST));
  return (
    <nav
      className={
        outline[0]?.id === "about" ? "diffstat diffstat-aside in-facts" : "diffstat in-facts"
      }
    >
      <ul>
        {outline.map(({ id, title, lines }) => (
          <li key={id}>
            <a href={`#${id}`} className="diffstat-line group">
              <span className="group-hover:underline">{title}</span>
              <span className="text-end text-muted">{lines}</span>
              <span aria-hidden className="pluses">
                {"+".repeat(pluses(lines))}
              </span>
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
