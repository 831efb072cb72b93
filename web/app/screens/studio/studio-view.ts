import { createStore, type StoreApi } from "zustand/vanilla";
import type { ProjectPath } from "../../../../shared/project.ts";
import {
  contentPlace,
  type ContentPlace,
} from "../../../portfolio/panels/content/content-place.ts";
import type { Device, Zoom } from "../../../workbench/preview/frame-size.ts";

export type PanelId = "content" | "design" | "chat" | "files" | "history";
export type DrawerId = "code" | "console" | "problems" | "terminal";
export type DialogId =
  "palette" | "files" | "help" | "version" | "rename" | "publish" | "elsewhere" | "gallery";

/** A place in a file; a new object asks the editor to go there again. */
export interface CodePlace {
  readonly path: ProjectPath;
  readonly line?: number;
  readonly column?: number;
}

export interface StudioView {
  readonly panel: PanelId | null;
  /** The panel that comes back when it is shown again. */
  readonly lastPanel: PanelId;
  readonly drawer: DrawerId | null;
  readonly lastDrawer: DrawerId;
  /** CSS pixels. */
  readonly panelWidth: number;
  readonly drawerHeight: number;
  readonly device: Device;
  readonly zoom: Zoom;
  readonly openFiles: readonly ProjectPath[];
  readonly shownFile: ProjectPath | null;
  readonly place: CodePlace | null;
  /** Lines (from 1) selected in the editor. */
  readonly selected: {
    readonly path: ProjectPath;
    readonly from: number;
    readonly to: number;
  } | null;
  /** Where the content form stands. */
  readonly content: ContentPlace;
  /** The field that is to take the cursor next; `null` when it has it. */
  readonly field: { readonly pointer: string } | null;
  readonly dialog: DialogId | null;
  /** Counts up: the file search takes the focus. */
  readonly searches: number;
  /** Counts up when the list of versions has changed. */
  readonly versions: number;
}

const REMEMBERED = "cv2web.studio";
const kept = ["panel", "lastPanel", "lastDrawer", "panelWidth", "drawerHeight", "device"] as const;

const FIRST: StudioView = {
  panel: "content",
  lastPanel: "content",
  drawer: null,
  lastDrawer: "code",
  panelWidth: 360,
  drawerHeight: 300,
  device: "fit",
  zoom: "fit",
  openFiles: [],
  shownFile: null,
  place: null,
  selected: null,
  content: { at: "overview" },
  field: null,
  dialog: null,
  searches: 0,
  versions: 0,
};

type Memory = Pick<Storage, "getItem" | "setItem">;

function remembered(memory: Memory | null): Partial<StudioView> {
  try {
    const value: unknown = JSON.parse(memory?.getItem(REMEMBERED) ?? "{}");
    if (typeof value !== "object" || value === null) return {};
    return Object.fromEntries(
      Object.entries(value).filter(([key, own]) => {
        const first: unknown = FIRST[key as keyof StudioView];
        return kept.some((name) => name === key) && (typeof own === typeof first || own === null);
      }),
    );
  } catch {
    return {};
  }
}

/** The screen's own state: what is open and how large. Layout is remembered, the rest is not. */
export function createStudioView(memory: Memory | null, isPhone: boolean): StoreApi<StudioView> {
  const store = createStore<StudioView>(() => ({
    ...FIRST,
    ...remembered(memory),
    ...(isPhone ? { panel: null, drawer: null } : {}),
  }));
  store.subscribe((view) => {
    if (isPhone) return;
    try {
      memory?.setItem(
        REMEMBERED,
        JSON.stringify(Object.fromEntries(kept.map((key) => [key, view[key]]))),
      );
    } catch {
      // A full or closed storage costs the remembered layout and nothing else.
    }
  });
  return store;
}

/** Shows a panel, or hides it when it is the one shown. */
export const togglePanel =
  (panel: PanelId) =>
  (view: StudioView): Partial<StudioView> =>
    view.panel === panel ? { panel: null } : { panel, lastPanel: panel };

export const showPanel = (panel: PanelId): Partial<StudioView> => ({ panel, lastPanel: panel });
export const showDrawer = (drawer: DrawerId): Partial<StudioView> => ({
  drawer,
  lastDrawer: drawer,
});

/** Opens a file in the editor, at a place when one is given. */
export const openFile =
  (place: CodePlace) =>
  (view: StudioView): Partial<StudioView> => ({
    ...showDrawer("code"),
    openFiles: view.openFiles.includes(place.path)
      ? view.openFiles
      : [...view.openFiles, place.path],
    shownFile: place.path,
    place,
  });

/** Closes a file; the one beside it is shown. */
export const closeFile =
  (path: ProjectPath) =>
  (view: StudioView): Partial<StudioView> => {
    const at = view.openFiles.indexOf(path);
    const openFiles = view.openFiles.filter((open) => open !== path);
    const shownFile =
      view.shownFile === path
        ? (openFiles[Math.min(at, openFiles.length - 1)] ?? null)
        : view.shownFile;
    return { openFiles, shownFile };
  };

/** Opens the content form at a field. */
export const showField = (pointer: string): Partial<StudioView> => ({
  ...showPanel("content"),
  content: contentPlace(pointer),
  field: { pointer },
});
