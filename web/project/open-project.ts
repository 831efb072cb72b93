import type { StoreApi } from "zustand/vanilla";
import { fail, ok, type Result } from "../../shared/failure.ts";
import { effectiveChanges } from "../../shared/portfolio/apply-changes.ts";
import type { PortfolioStorage, StoredPortfolio } from "../../shared/ports/portfolio-storage.ts";
import type { FileChange, ProjectFiles, ProjectPath } from "../../shared/project.ts";
import { Autosave } from "./autosave.ts";
import { forgetPaths, recordEdit, redoEdit, undoEdit, type Turn } from "./edit-history.ts";
import { followPage } from "./follow-page.ts";
import { listenersOf } from "./listeners.ts";
import {
  holdInMemory,
  type ProjectMemory,
  type ProjectState,
  type SaveState,
} from "./project-state.ts";
import { keepVersions, type ProjectVersions } from "./project-versions.ts";

export type { Version } from "../../shared/ports/portfolio-storage.ts";
export type { FileDiff } from "../../shared/portfolio/diff-files.ts";
export type { ProjectState, SaveState } from "./project-state.ts";

/** One open portfolio: the one truth about its files, framework-free. */
export interface OpenProject extends ProjectVersions {
  readonly id: string;
  readonly store: Pick<StoreApi<ProjectState>, "getState" | "getInitialState" | "subscribe">;
  getState(): ProjectState;
  subscribe(listener: () => void): () => void;
  /**
   * One act of the person: applied at once, undoable, autosaved. Acts with the same `group` within
   * 2 s are one (typing). An act that changes nothing leaves no trace.
   */
  apply(changes: readonly FileChange[], act: Act): void;
  undo(): void;
  redo(): void;
  rename(name: string): void;
  /** Saves what waits, now; also the “try again” of a failed save. */
  flush(): Promise<Result<void>>;
  /** Every change, whatever its cause (edit, undo, restore, another tab): the sandbox mirrors this. */
  onChanges(listener: (changes: readonly FileChange[]) => void): () => void;
  /** What the person should be told once. */
  onNotice(listener: (notice: ProjectNotice) => void): () => void;
  /** Saves what waits and lets go. */
  close(): Promise<void>;
}

export interface Act {
  readonly label: string;
  readonly group?: string;
  /** Its parts are one act however long they are apart, as long as nothing else comes between. */
  readonly isLasting?: boolean;
}

/** The same file was changed in two tabs at once: the other tab's text stands, ours is in the version. */
export interface ProjectNotice {
  readonly kind: "conflict";
  readonly paths: readonly ProjectPath[];
  readonly versionId: string | null;
  readonly message: string;
  readonly nextStep: string;
}

/** Portfolios on their way out: who opens one again at once must find what was just saved. */
const closing = new Map<string, Promise<unknown>>();

/**
 * Opens a portfolio of this browser. Fails with `not-found` when there is none with this id, and as
 * the storage fails.
 */
export async function openProject(input: {
  readonly id: string;
  readonly storage: PortfolioStorage;
}): Promise<Result<OpenProject>> {
  await closing.get(input.id);
  const portfolio = await input.storage.readPortfolio(input.id);
  if (!portfolio.ok) return portfolio;
  const files = await input.storage.readFiles(portfolio.value.tree);
  if (!files.ok) return fail(files.failure);
  return ok(openFiles(input.storage, portfolio.value, files.value));
}

function openFiles(
  storage: PortfolioStorage,
  { id, name, tree, updatedAt }: StoredPortfolio,
  files: ProjectFiles,
): OpenProject {
  const memory = holdInMemory(name, files, saveState(storage, "saved", updatedAt));
  const { store } = memory;
  const notices = listenersOf<ProjectNotice>();
  const names = keepName(storage, id, store);
  const setSave = (status: SaveState["status"], at: number | null) =>
    store.setState({ save: saveState(storage, status, at) });
  const autosave: Autosave = new Autosave(storage, id, tree, {
    onUnsaved: () => {
      setSave("saving", store.getState().save.at);
      keeper.noteChange();
    },
    onFailed: (failure) =>
      store.setState({ save: { status: "failed", at: store.getState().save.at, failure } }),
    onSaved: (portfolio) => {
      setSave("saved", portfolio.updatedAt);
      names.heard(portfolio.name);
      keeper.afterSave();
    },
    onPulled: (portfolio) => {
      setSave("saved", portfolio.updatedAt);
      names.heard(portfolio.name);
    },
    onElsewhere: (changes) => showElsewhere(memory, changes),
    onConflict: (paths, version) => notices.tell(conflictNotice(paths, version?.id ?? null)),
  });
  const edits = editsOf(memory, autosave);
  const keeper = keepVersions({
    id,
    storage,
    autosave,
    files: () => store.getState().files,
    commit: (changes, label) => edits.act(changes, { label }),
    now: () => Date.now(),
  });
  const unfollow = followPage(storage, id, autosave);
  return {
    id,
    store,
    getState: store.getState,
    subscribe: (listener) => store.subscribe(() => listener()),
    apply: (changes, act) => keeper.aroundAct(act.label, () => edits.act(changes, act)),
    undo: () => edits.turn(undoEdit(memory.history())),
    redo: () => edits.turn(redoEdit(memory.history())),
    rename: (name) => names.rename(name, autosave),
    flush: () => autosave.flush(),
    onChanges: memory.changes.add,
    onNotice: notices.add,
    ...keeper.versions,
    close: () => {
      unfollow();
      return saveAndStop(id, autosave);
    },
  };
}

async function saveAndStop(id: string, autosave: Autosave): Promise<void> {
  const flushed = autosave.flush();
  closing.set(id, flushed);
  await flushed;
  autosave.stop();
  if (closing.get(id) === flushed) closing.delete(id);
}

/** Acts on the files of one project: done, undone, done again. */
function editsOf(memory: ProjectMemory, autosave: Autosave) {
  const files = () => memory.store.getState().files;
  return {
    act(wanted: readonly FileChange[], act: Act): void {
      const effective = effectiveChanges(files(), wanted);
      if (effective.length === 0) return;
      const done = { ...act, at: Date.now() };
      memory.show(effective, recordEdit(memory.history(), files(), effective, done));
      autosave.note(effective);
    },
    turn(to: Turn | null): void {
      if (!to) return;
      const effective = effectiveChanges(files(), to.changes);
      memory.show(effective, to.history);
      if (effective.length > 0) autosave.note(effective);
    },
  };
}

/** Another tab's work: shown, and out of reach of this tab's undo. */
function showElsewhere(memory: ProjectMemory, changes: readonly FileChange[]): void {
  const effective = effectiveChanges(memory.store.getState().files, changes);
  const paths = new Set(effective.map(({ path }) => path));
  memory.show(effective, forgetPaths(memory.history(), paths));
}

/** In a storage that keeps nothing the state never says “saved”: its failure stands. */
const saveState = (
  { failure }: PortfolioStorage,
  status: SaveState["status"],
  at: number | null,
): SaveState => (failure ? { status: "failed", at: null, failure } : { status, at });

function keepName(storage: PortfolioStorage, id: string, store: StoreApi<ProjectState>) {
  let renaming = 0;
  return {
    /** A name that was stored, here or in another tab. */
    heard: (name: string) => {
      if (renaming === 0 && name !== store.getState().name) store.setState({ name });
    },
    rename: (name: string, autosave: Autosave) => {
      store.setState({ name });
      renaming++;
      void autosave.inTurn(async () => {
        const renamed = await storage.rename(id, name);
        renaming--;
        if (!renamed.ok) {
          const { at } = store.getState().save;
          store.setState({ save: { status: "failed", at, failure: renamed.failure } });
        }
      });
    },
  };
}

const conflictNotice = (
  paths: readonly ProjectPath[],
  versionId: string | null,
): ProjectNotice => ({
  kind: "conflict",
  paths,
  versionId,
  message:
    paths.length === 1
      ? `${paths[0]} was changed in another tab at the same time.`
      : `${paths.length} files were changed in another tab at the same time.`,
  nextStep: "The other tab’s text is shown; yours is in the history as a version of its own.",
});
