import { outline } from "./outline";

/** The longest bar, in pluses. */
const WIDEST = 24;

/** The table of contents, with what each section adds, as `git diff --stat` would sum it up. */
export function Diffstat() {
  if (outline.length < 2) return null;
  const most = Math.max(...outline.map(({ lines }) => lines));
  const pluses = (lines: number) =>
    most <= WIDEST ? lines : Math.max(1, Math.round((lines / most) * WIDEST));
  return (
    <nav className="in-facts diffstat">
      <ul role="list">
        {outline.map(({ id, title, lines }) => (
          <li key={id}>
            <a href={`#${id}`} className="diffstat-line group">
              <span className="group-hover:underline">{title}</span>
              <span className="text-end text-muted tabular-nums">{lines}</span>
              <span aria-hidden className="overflow-hidden text-accent select-none">
                {"+".repeat(pluses(lines))}
              </span>
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
