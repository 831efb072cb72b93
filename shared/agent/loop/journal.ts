import type { TextChange } from "../../conversation.ts";
import type { FileChange, FileContent, ProjectPath } from "../../project.ts";

interface Entry {
  /** Before the message; `null`: there was no such file. */
  readonly origin: string | null;
  /** When everything was last seen to work. */
  good: string | null;
  now: string | null;
}

/** What one message has changed, so that it can be taken back, wholly or to the last state that worked. */
export class Journal {
  readonly #entries = new Map<ProjectPath, Entry>();

  #revision = 0;

  /** Counts changes, those that lead back among them. */
  get revision(): number {
    return this.#revision;
  }

  /** Notes a change that was made. */
  note(path: ProjectPath, before: string | null, after: string | null): void {
    this.#revision += 1;
    const entry = this.#entries.get(path);
    if (entry) entry.now = after;
    else this.#entries.set(path, { origin: before, good: before, now: after });
  }

  /** All of it works as it is now. */
  markGood(): void {
    for (const entry of this.#entries.values()) entry.good = entry.now;
  }

  get paths(): readonly ProjectPath[] {
    return [...this.#entries.keys()];
  }

  /** From before the message to now. */
  get changes(): readonly TextChange[] {
    return [...this.#entries]
      .filter(([, { origin, now }]) => origin !== now)
      .map(([path, { origin, now }]) => ({ path, before: origin, after: now }));
  }

  /**
   * What leads back. Files that hold something else than what the agent left there are somebody’s own
   * work since: they are named, and left.
   * @param current what the files hold now
   */
  wayBack(
    to: "origin" | "good",
    current: ReadonlyMap<ProjectPath, FileContent | null>,
  ): { readonly back: readonly FileChange[]; readonly left: readonly ProjectPath[] } {
    const back: FileChange[] = [];
    const left: ProjectPath[] = [];
    for (const [path, entry] of this.#entries) {
      if (entry[to] === entry.now) continue;
      if ((current.get(path) ?? null) === entry.now) back.push({ path, content: entry[to] });
      else left.push(path);
    }
    return { back, left };
  }

  /** The way back was gone. */
  wentBack(to: "origin" | "good", paths: readonly ProjectPath[]): void {
    for (const path of paths) {
      const entry = this.#entries.get(path);
      if (!entry) continue;
      entry.now = entry[to];
      entry.good = entry[to];
    }
  }
}
