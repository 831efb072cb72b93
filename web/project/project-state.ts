import { createStore, type StoreApi } from "zustand/vanilla";
import type { Failure } from "../../shared/failure.ts";
import { applyChanges } from "../../shared/portfolio/apply-changes.ts";
import type { FileChange, ProjectFiles } from "../../shared/project.ts";
import { EMPTY_HISTORY, type EditHistory } from "./edit-history.ts";
import { listenersOf, type Listeners } from "./listeners.ts";

export interface ProjectState {
  readonly name: string;
  readonly files: ProjectFiles;
  /** The label of what would be undone or redone; `null` when there is nothing. */
  readonly canUndo: string | null;
  readonly canRedo: string | null;
  readonly save: SaveState;
}

export interface SaveState {
  readonly status: "saved" | "saving" | "failed";
  /** Epoch milliseconds of the last save that went well. */
  readonly at: number | null;
  readonly failure?: Failure;
}

/** The project as it is on the screen. */
export interface ProjectMemory {
  readonly store: StoreApi<ProjectState>;
  readonly changes: Listeners<readonly FileChange[]>;
  history(): EditHistory;
  /** Changes the files and the history with them, as one step; `changes` are effective. */
  show(changes: readonly FileChange[], history: EditHistory): void;
}

export function holdInMemory(name: string, files: ProjectFiles, save: SaveState): ProjectMemory {
  let history = EMPTY_HISTORY;
  const changes = listenersOf<readonly FileChange[]>();
  const store = createStore<ProjectState>(() => ({
    name,
    files,
    canUndo: null,
    canRedo: null,
    save,
  }));
  return {
    store,
    changes,
    history: () => history,
    show: (effective, next) => {
      history = next;
      store.setState(({ files }) => ({
        files: effective.length > 0 ? applyChanges(files, effective) : files,
        canUndo: next.past.at(-1)?.label ?? null,
        canRedo: next.future.at(-1)?.label ?? null,
      }));
      if (effective.length > 0) changes.tell(effective);
    },
  };
}
