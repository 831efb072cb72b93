type IsComponent = (value: unknown) => boolean;
type Exports = Readonly<Record<string, unknown>>;

const namesOf = (exports: Exports) => Object.keys(exports).filter((key) => key !== "__esModule");

/**
 * Whether a module may be swapped in place: it exports something, and nothing but React components
 * (the rule of Vite's React plugin). Then a change to it needn't reach its importers.
 */
export function isRefreshBoundary(exports: unknown, isComponent: IsComponent): boolean {
  if (typeof exports !== "object" || exports === null) return false;
  const names = namesOf(exports as Exports);
  return names.length > 0 && names.every((name) => isComponent((exports as Exports)[name]));
}

/** Whether importers must see the new exports because a boundary now exports other things. */
export function hasOtherExports(
  before: unknown,
  after: unknown,
  isComponent: IsComponent,
): boolean {
  if (!isRefreshBoundary(after, isComponent)) return true;
  return namesOf(before as Exports).join() !== namesOf(after as Exports).join();
}

/** What running modules know of each other. */
export interface RunningModule {
  readonly id: string;
  readonly importers: ReadonlySet<string>;
  readonly isBoundary: boolean;
}

/**
 * How far a change goes up: every module on the way to the boundaries that stop it.
 * @returns `null` when it reaches a module that nobody imports, so that the page must load afresh
 */
export function spreadChange(
  changed: Iterable<string>,
  running: (id: string) => RunningModule | undefined,
): { readonly outdated: ReadonlySet<string>; readonly boundaries: ReadonlySet<string> } | null {
  const outdated = new Set<string>();
  const boundaries = new Set<string>();
  const open = [...changed];
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    if (outdated.has(id)) continue;
    const module = running(id);
    if (!module) continue;
    outdated.add(id);
    if (module.isBoundary) boundaries.add(id);
    else if (module.importers.size === 0) return null;
    else open.push(...module.importers);
  }
  return { outdated, boundaries };
}
