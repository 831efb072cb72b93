import { ok, type Failure, type Result } from "../../shared/failure.ts";
import type {
  Committed,
  FileTree,
  PortfolioStorage,
  StoredPortfolio,
  Version,
} from "../../shared/ports/portfolio-storage.ts";
import type { FileChange, FileContent, ProjectPath } from "../../shared/project.ts";

/** From the first unsaved edit to the start of its save; with the write itself well under a second. */
export const SAVE_AFTER_MS = 200;
/** Between tries while saving fails: doubled each time up to the last. */
const RETRY_MS = { first: 2_000, most: 30_000 } as const;

export interface AutosaveEvents {
  /** Something waits to be saved. */
  onUnsaved(): void;
  onSaved(portfolio: StoredPortfolio): void;
  /** The stored state was looked at, and nothing waits here. */
  onPulled(portfolio: StoredPortfolio): void;
  onFailed(failure: Failure): void;
  /** Files as another tab left them, to be shown here. */
  onElsewhere(changes: readonly FileChange[]): void;
  /** Another tab was first with these files; our text is in the version. */
  onConflict(paths: readonly ProjectPath[], version: Version | null): void;
}

type Unsaved = Map<ProjectPath, FileContent | null>;

const keyAt = (tree: FileTree, path: ProjectPath) =>
  Object.hasOwn(tree, path) ? tree[path] : undefined;

/**
 * Keeps a portfolio's files stored as they change. One thing at a time: saves and looks at other
 * tabs' work queue up, so that `#base` (what we know to be stored) is always one transaction's truth.
 */
export class Autosave {
  readonly #storage: Pick<PortfolioStorage, "commit" | "readFiles" | "readPortfolio">;
  readonly #id: string;
  readonly #events: AutosaveEvents;
  readonly #base: Map<ProjectPath, string>;
  #unsaved: Unsaved = new Map();
  #last: Promise<unknown> = Promise.resolve();
  #timer: ReturnType<typeof setTimeout> | undefined;
  #retryMs: number = RETRY_MS.first;
  #stopped = false;
  #isWriting = false;

  constructor(
    storage: Pick<PortfolioStorage, "commit" | "readFiles" | "readPortfolio">,
    id: string,
    stored: FileTree,
    events: AutosaveEvents,
  ) {
    this.#storage = storage;
    this.#id = id;
    this.#base = new Map(Object.entries(stored));
    this.#events = events;
  }

  /** Takes note of changes already made in memory. */
  note(changes: readonly FileChange[]): void {
    for (const { path, content } of changes) this.#unsaved.set(path, content);
    this.#events.onUnsaved();
    this.#saveAfter(SAVE_AFTER_MS);
  }

  /** Saves what waits, now. Fails as the storage fails; what waits is kept and tried again. */
  flush(): Promise<Result<void>> {
    return this.inTurn(() => this.#save());
  }

  /** Looks at what other tabs have stored. */
  pull(): Promise<void> {
    return this.inTurn(async () => {
      const portfolio = await this.#storage.readPortfolio(this.#id);
      if (!portfolio.ok) return;
      await this.#takeOver(portfolio.value.tree);
      if (this.#unsaved.size === 0) this.#events.onPulled(portfolio.value);
    });
  }

  /** Runs after every save and look that was asked for before it. */
  inTurn<T>(run: () => Promise<T>): Promise<T> {
    const next = this.#last.then(run);
    this.#last = next.catch(() => undefined);
    return next;
  }

  /** Whether something isn't stored yet: leaving the page now could lose it. */
  get hasUnsaved(): boolean {
    return this.#isWriting || this.#unsaved.size > 0;
  }

  stop(): void {
    this.#stopped = true;
    clearTimeout(this.#timer);
  }

  #saveAfter(ms: number): void {
    if (this.#stopped) return;
    this.#timer ??= setTimeout(() => void this.flush(), ms);
  }

  async #save(): Promise<Result<void>> {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    if (this.#unsaved.size === 0) return ok(undefined);
    const batch = this.#unsaved;
    this.#unsaved = new Map();
    const changes = [...batch].map(([path, content]) => ({ path, content }));
    const base = Object.fromEntries(this.#base);
    this.#isWriting = true;
    const committed = await this.#storage.commit(this.#id, changes, base);
    this.#isWriting = false;
    if (!committed.ok) {
      this.#unsaved = new Map([...batch, ...this.#unsaved]);
      this.#events.onFailed(committed.failure);
      clearTimeout(this.#timer);
      this.#timer = undefined;
      if (committed.failure.retryable) this.#saveAfter(this.#retryMs);
      this.#retryMs = Math.min(this.#retryMs * 2, RETRY_MS.most);
      return committed;
    }
    this.#retryMs = RETRY_MS.first;
    await this.#settle(batch, committed.value);
    return ok(undefined);
  }

  async #settle(
    batch: Unsaved,
    { portfolio, conflicts, conflictVersion }: Committed,
  ): Promise<void> {
    for (const path of batch.keys()) {
      if (!conflicts.includes(path)) this.#know(path, portfolio.tree);
    }
    // A file that lost and was typed in meanwhile stays unsaved on its old base: the next save finds
    // the same conflict and keeps that text too.
    await this.#takeOver(portfolio.tree);
    if (conflicts.length > 0) this.#events.onConflict(conflicts, conflictVersion);
    if (this.#unsaved.size === 0) this.#events.onSaved(portfolio);
    else this.#saveAfter(conflicts.length > 0 ? 0 : SAVE_AFTER_MS);
  }

  #know(path: ProjectPath, tree: FileTree): void {
    const key = keyAt(tree, path);
    if (key === undefined) this.#base.delete(path);
    else this.#base.set(path, key);
  }

  /** Shows what others stored in files that nobody is changing here; the rest is left to the next save. */
  async #takeOver(tree: FileTree): Promise<void> {
    const paths = new Set([...this.#base.keys(), ...Object.keys(tree)]);
    const changed = [...paths].filter(
      (path) => !this.#unsaved.has(path) && this.#base.get(path) !== keyAt(tree, path),
    );
    if (changed.length === 0) return;
    const there = changed.filter((path) => Object.hasOwn(tree, path));
    const files = await this.#storage.readFiles(
      Object.fromEntries(there.map((path) => [path, tree[path]!])),
    );
    if (!files.ok) return;
    // Somebody may have begun to type in one of them while it was read.
    const settled = changed.filter((path) => !this.#unsaved.has(path));
    for (const path of settled) this.#know(path, tree);
    this.#events.onElsewhere(settled.map((path) => ({ path, content: files.value[path] ?? null })));
  }
}
