import { FIRST_EXAMPLES } from "../../../shared/agent/plain/suggest.ts";
import type { PlainCommand, PlainContext } from "../../../shared/agent/plain/plain-kind.ts";
import {
  PLAIN_KINDS,
  understand,
  type UnderstoodPart,
} from "../../../shared/agent/plain/understand.ts";
import type { Message, TextChange } from "../../../shared/conversation.ts";
import { ok, type Failure, type Result } from "../../../shared/failure.ts";
import { effectiveChanges } from "../../../shared/portfolio/apply-changes.ts";
import { changeResume } from "../../../shared/portfolio/change-resume.ts";
import { changeTheme } from "../../../shared/portfolio/change-theme.ts";
import { defaultTheme } from "../../../shared/portfolio/default-theme.ts";
import { readResume } from "../../../shared/portfolio/read-resume.ts";
import { readTheme } from "../../../shared/portfolio/read-theme.ts";
import type { FileChange, ProjectFiles } from "../../../shared/project.ts";
import { listTemplates, loadFontFaces, loadTemplate } from "../../portfolio/load-template.ts";
import type { OpenProject } from "../../project/open-project.ts";

/** What carrying out a request needs of the studio. */
export interface RequestActs {
  readonly project: Pick<OpenProject, "getState" | "apply">;
  readonly changeTemplate: (id: string) => Promise<void>;
  readonly runCommand: (command: PlainCommand, label?: string) => void;
}

export type Answer = Pick<Message, "text" | "changes" | "act" | "examples">;

/** The site as requests see it now. Fails where résumé or look can't be read. */
export async function requestContext(files: ProjectFiles): Promise<Result<PlainContext>> {
  const [resume, theme] = [readResume(files), readTheme(files)];
  if (!resume.ok) return resume;
  if (!theme.ok) return theme;
  const templates = listTemplates();
  const known = templates.some(({ id }) => id === theme.value.template);
  const template = known ? await loadTemplate(theme.value.template) : null;
  return ok({
    resume: resume.value,
    theme: theme.value,
    standard: template?.ok ? defaultTheme(template.value) : theme.value,
    templates,
    today: new Date().toISOString().slice(0, 10),
    chance: Math.random,
  });
}

/**
 * Carries out what is surely understood, as one act that can be undone, and says what was done; `null`
 * where any part of it isn't understood: then nothing was done.
 */
export async function answerRequest(text: string, acts: RequestActs): Promise<Answer | null> {
  const context = await requestContext(acts.project.getState().files);
  if (!context.ok) return inWords(context.failure);
  const parts = understand(text, context.value);
  if (parts === null) return null;
  const said = parts.map((part) => part.said).join(" ");
  const first = parts[0]!;
  if (first.step.kind === "template") return changeTemplate(first.step.templateId, said, acts);
  if (first.step.kind === "command") {
    if (first.step.command === "help") return HELP;
    for (const { step } of parts) {
      if (step.kind === "command") acts.runCommand(step.command, step.label);
    }
    return { text: said };
  }
  return applyParts(parts, said, acts);
}

const inWords = ({ message, nextStep }: Failure): Answer => ({ text: `${message} ${nextStep}` });

const HELP: Answer = {
  text: `Without AI I understand ${new Set(PLAIN_KINDS.map(({ id }) => id)).size} kinds of request about look, sections, your details and entries. Some of them:`,
  examples: [...FIRST_EXAMPLES, "another template", "undo"],
};

/** Several parts are one act: the last look and the last content hold what all of them changed. */
async function applyParts(
  parts: readonly UnderstoodPart[],
  said: string,
  { project }: RequestActs,
): Promise<Answer> {
  const steps = parts.map(({ step }) => step);
  const theme = steps.findLast((step) => step.kind === "theme")?.theme;
  const resume = steps.findLast((step) => step.kind === "resume")?.resume;
  const before = project.getState().files;
  const changes: FileChange[] = resume ? [...changeResume(before, resume)] : [];
  if (theme) {
    const present = readTheme(before);
    const samePair = present.ok && present.value.fonts.id === theme.fonts.id;
    const faces = samePair ? ok({}) : await loadFontFaces(theme.fonts.id);
    if (!faces.ok) return inWords(faces.failure);
    changes.push(...changeTheme(before, theme, faces.value));
  }
  return applied(changes, said, project);
}

function applied(
  changes: readonly FileChange[],
  said: string,
  project: RequestActs["project"],
): Answer {
  const { files } = project.getState();
  const effective = effectiveChanges(files, changes);
  if (effective.length === 0) return { text: said };
  const texts = textChanges(files, effective);
  project.apply(effective, { label: said });
  return { text: said, act: said, ...(texts ? { changes: texts } : {}) };
}

async function changeTemplate(id: string, said: string, acts: RequestActs): Promise<Answer> {
  const before = acts.project.getState().files;
  await acts.changeTemplate(id);
  const { files, canUndo } = acts.project.getState();
  // What went wrong was told where templates are changed.
  if (files === before) return { text: "The template stayed as it was." };
  return { text: said, ...(canUndo === null ? {} : { act: canUndo }) };
}

/** The changed texts; `null` where anything but text changed: then only the undo list has it. */
function textChanges(
  files: ProjectFiles,
  changes: readonly FileChange[],
): readonly TextChange[] | null | undefined {
  const texts = changes.map(({ path, content }) => ({
    path,
    before: files[path] ?? null,
    after: content,
  }));
  return texts.every(isText) ? texts : undefined;
}

const isText = (change: { before: unknown; after: unknown }): change is TextChange =>
  [change.before, change.after].every((text) => text === null || typeof text === "string");
