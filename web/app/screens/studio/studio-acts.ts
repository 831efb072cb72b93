import type { StoreApi } from "zustand/vanilla";
import type { Failure, Result } from "../../../../shared/failure.ts";
import { changeTheme } from "../../../../shared/portfolio/change-theme.ts";
import { readTheme } from "../../../../shared/portfolio/read-theme.ts";
import { PORTRAIT_PATH, type FileChange, type ProjectFiles } from "../../../../shared/project.ts";
import { setAt, type Json } from "../../../portfolio/panels/content/edit-json.ts";
import type { ResumeAct } from "../../../portfolio/panels/content/resume-editing.tsx";
import {
  readResumeDocument,
  resumeChange,
} from "../../../portfolio/panels/content/resume-document.ts";
import {
  drawPortrait,
  portraitAddress,
  type Crop,
} from "../../../portfolio/panels/content/portrait/draw-portrait.ts";
import { withPhotoShape } from "../../../portfolio/panels/design/theme-edits.ts";
import { showToast } from "../../../ui/Toast.tsx";
import { lookActs, type LookActs } from "./look-acts.ts";
import type { StudioProps } from "./studio-props.ts";
import type { StudioView } from "./studio-view.ts";

/** What a person can do in the studio that takes more than one call. */
export interface StudioActs extends LookActs {
  editResume(document: Json, act: ResumeAct): void;
  addPicture(file: Blob, crop: Crop | null): Promise<void>;
  saveVersion(label: string): Promise<boolean>;
  restore(version: { readonly id: string; readonly label: string }): Promise<void>;
  branch(version: { readonly id: string; readonly label: string }): Promise<void>;
  duplicate(): Promise<void>;
  undo(): void;
  redo(): void;
}

/** Says a failure in a corner: what happened and what to do. */
export function tellFailure({ message, nextStep }: Failure): void {
  showToast({ title: message, detail: nextStep });
}

/** A picture cut to a circle is shown as one, whatever shape was chosen for the one before. */
function withoutPhotoShape(files: ProjectFiles): readonly FileChange[] {
  const theme = readTheme(files);
  return theme.ok ? changeTheme(files, withPhotoShape(theme.value, null), {}) : [];
}

/** Wires the acts of one open studio. */
export function studioActs(
  props: Pick<StudioProps, "project" | "portfolios">,
  view: StoreApi<StudioView>,
): StudioActs {
  const { project, portfolios } = props;
  const files = () => project.getState().files;
  const told = <T>(result: Result<T>): T | null => {
    if (result.ok) return result.value;
    tellFailure(result.failure);
    return null;
  };
  return {
    ...lookActs(project, told),
    editResume: (document, act) => project.apply([resumeChange(document)], act),
    addPicture: async (file, crop) => {
      const bytes = told(await drawPortrait(file, crop));
      const document = told(readResumeDocument(files()));
      if (bytes === null || document === null) return;
      const named = setAt(document, "/basics/image", portraitAddress(crop));
      const changes = [
        { path: PORTRAIT_PATH, content: bytes },
        resumeChange(named),
        ...(crop?.shape === "circle" ? withoutPhotoShape(files()) : []),
      ];
      project.apply(changes, { label: "Add a picture" });
    },
    saveVersion: async (label) => {
      const version = told(await project.saveVersion(label));
      if (version === null) return false;
      view.setState(({ versions }) => ({ versions: versions + 1 }));
      showToast({ title: `Saved “${version.label}”` });
      return true;
    },
    restore: async ({ id, label }) => {
      const restored = await project.restore(id);
      if (!restored.ok) return tellFailure(restored.failure);
      view.setState(({ versions }) => ({ versions: versions + 1 }));
      const undo = { label: "Undo", onPress: () => project.undo() };
      showToast({ title: `Back at “${label}”`, topic: "undo", action: undo });
    },
    branch: async ({ id, label }) => {
      const { name } = project.getState();
      const made = told(await project.branch(id, `${name}, from ${label}`));
      if (made !== null) portfolios.open(made);
    },
    duplicate: async () => {
      const made = told(await portfolios.duplicate());
      if (made === null) return;
      const open = { label: "Open it", onPress: () => portfolios.open(made) };
      showToast({ title: "Made a copy", action: open });
    },
    undo: () => project.undo(),
    redo: () => project.redo(),
  };
}
