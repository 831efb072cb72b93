/** A named step of a sandbox' start, with its time (R7.2). */
export interface BootStep {
  /** As it stands now: “Installing packages (4 of 24)”; without its count once it has ended. */
  readonly title: string;
  /** Milliseconds of the page's clock. */
  readonly began: number;
  /** `null` while it goes on. */
  readonly ended: number | null;
}

/** A count or a place in parentheses belongs to the same step, and holds while it goes on. */
const nameOf = (title: string) => title.replace(/ \(.*\)$/, "");

/** The steps after one more was told; `null` ends the last. */
export function addStep(
  steps: readonly BootStep[],
  title: string | null,
  now: number,
): readonly BootStep[] {
  const last = steps.at(-1);
  if (last === undefined) return title === null ? [] : [{ title, began: now, ended: null }];
  const before = steps.slice(0, -1);
  if (title !== null && nameOf(title) === nameOf(last.title))
    return [...before, { ...last, title }];
  const ended = { ...last, title: nameOf(last.title), ended: last.ended ?? now };
  return title === null
    ? [...before, ended]
    : [...before, ended, { title, began: now, ended: null }];
}
