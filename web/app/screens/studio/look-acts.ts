import { ok, type Result } from "../../../../shared/failure.ts";
import { applyChanges, changesBetween } from "../../../../shared/portfolio/apply-changes.ts";
import { changeTheme } from "../../../../shared/portfolio/change-theme.ts";
import { defaultTheme } from "../../../../shared/portfolio/default-theme.ts";
import { readTheme } from "../../../../shared/portfolio/read-theme.ts";
import { seedOf, surpriseLook, surpriseTemplate } from "../../../../shared/portfolio/surprise.ts";
import type { ProjectFiles } from "../../../../shared/project.ts";
import type { Theme } from "../../../../shared/theme.ts";
import {
  listTemplates,
  loadFontFaces,
  loadTemplate,
  templates,
} from "../../../portfolio/load-template.ts";
import type { ResumeAct } from "../../../portfolio/panels/content/resume-editing.tsx";
import { planTemplate } from "../../../portfolio/plan-template.ts";
import type { StudioProps } from "./studio-props.ts";

/** Look and template: each may need fonts or files that are fetched first. */
export interface LookActs {
  editTheme(theme: Theme, act: ResumeAct): Promise<void>;
  /** Resolves when the template is on, or couldn't be had. */
  changeTemplate(id: string): Promise<void>;
  /** Another look by chance, with another template where that is asked for: one act, undone by one undo. */
  surprise(what: "look" | "template"): Promise<void>;
}

/** @param told says a failure, and gives `null` for it */
export function lookActs(
  project: StudioProps["project"],
  told: <T>(result: Result<T>) => T | null,
): LookActs {
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
    surprise: async (what) => {
      const seed = seedOf(Math.random());
      for (;;) {
        const before = files();
        const after = told(await surprised(before, what, seed));
        if (after === null) return;
        // What was typed meanwhile isn't lost: then the same is done again, on top of it.
        if (files() !== before) continue;
        return project.apply(changesBetween(before, after), { label: "Surprise me" });
      }
    },
  };
}

async function surprised(
  files: ProjectFiles,
  what: "look" | "template",
  seed: number,
): Promise<Result<ProjectFiles>> {
  const present = readTheme(files);
  if (!present.ok) return present;
  const other = surpriseTemplate(listTemplates(), present.value.template, seed);
  const id = what === "template" && other !== null ? other.id : present.value.template;
  const [source, planned] = await Promise.all([
    loadTemplate(id),
    id === present.value.template ? null : planTemplate(() => files, id, templates),
  ]);
  if (!source.ok) return source;
  if (planned?.ok === false) return planned;
  const put = planned === null ? files : applyChanges(files, planned.value.changes);
  const theme = readTheme(put);
  if (!theme.ok) return theme;
  const { manifest } = source.value;
  const look = surpriseLook({
    theme: theme.value,
    standard: defaultTheme(source.value),
    manifest,
    seed,
  });
  const faces = await loadFontFaces(look.fonts.id);
  return faces.ok ? ok(applyChanges(put, changeTheme(put, look, faces.value))) : faces;
}
