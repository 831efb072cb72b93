import type { StoreApi } from "zustand/vanilla";
import type { Failure, Result } from "../../../../shared/failure.ts";
import { changeTheme } from "../../../../shared/portfolio/change-theme.ts";
import { readTheme } from "../../../../shared/portfolio/read-theme.ts";
import { PORTRAIT_PATH } from "../../../../shared/project.ts";
import type { Theme } from "../../../../shared/theme.ts";
import { loadFontFaces, templates } from "../../../portfolio/load-template.ts";
import { planTemplate } from "../../../portfolio/plan-template.ts";
import { setAt, type Json } from "../../../portfolio/panels/content/edit-json.ts";
import type { ResumeAct } from "../../../portfolio/panels/content/resume-editing.tsx";
import {
  readResumeDocument,
  resumeChange,
} from "../../../portfolio/panels/content/resume-document.ts";
import { showToast } from "../../../ui/Toast.tsx";
import { readPortrait } from "./read-portrait.ts";
import type { StudioProps } from "./studio-props.ts";
import type { StudioView } from "./studio-view.ts";

/** What a person can do in the studio that takes more than one call. */
export interface StudioActs {
  editResume(document: Json, act: ResumeAct): void;
  editTheme(theme: Theme, act: ResumeAct): Promise<void>;
  /** Resolves when the template is on, or couldn't be had. */
  changeTemplate(id: string): Promise<void>;
  addPicture(file: File): Promise<void>;
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
    ...lookActs(props, told),
    editResume: (document, act) => project.apply([resumeChange(document)], act),
    addPicture: async (file) => {
      const bytes = told(await readPortrait(file));
      const document = told(readResumeDocument(files()));
      if (bytes === null || document === null) return;
      const named = setAt(document, "/basics/image", PORTRAIT_PATH.replace("public/", "./"));
      project.apply([{ path: PORTRAIT_PATH, content: bytes }, resumeChange(named)], {
        label: "Add a picture",
      });
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

/** Look and template: both may need fonts or files that are fetched first. */
function lookActs(
  { project }: Pick<StudioProps, "project">,
  told: <T>(result: Result<T>) => T | null,
): Pick<StudioActs, "editTheme" | "changeTemplate"> {
  const files = () => project.getState().files;
  return {
    editTheme: async (theme, act) => {
      const before = readTheme(files());
      const samePair = before.ok && before.value.fonts.id === theme.fonts.id;
      const faces = samePair ? {} : told(await loadFontFaces(theme.fonts.id));
      if (faces !== null) project.apply(changeTheme(files(), theme, faces), act);
    },
    changeTemplate: async (id) => {
      const planned = told(await planTemplate(files, id, templates));
      if (planned === null) return;
      project.apply(planned.changes, { label: `Template: ${planned.name}` });
    },
  };
}
