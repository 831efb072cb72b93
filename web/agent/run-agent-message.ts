import { chooseSize } from "../../shared/agent/context/choose-size.ts";
import { nextBrief, type KeptBrief } from "../../shared/agent/context/kept-brief.ts";
import { exchangesOf, openingMessages, type Said } from "../../shared/agent/context/opening.ts";
import { projectBrief } from "../../shared/agent/context/project-brief.ts";
import type { AgentEvent } from "../../shared/agent/loop/events.ts";
import { runMessage } from "../../shared/agent/loop/run-message.ts";
import type { Permission } from "../../shared/agent/loop/tool-room.ts";
import { readResume } from "../../shared/portfolio/read-resume.ts";
import { readTheme } from "../../shared/portfolio/read-theme.ts";
import type { ModelPort } from "../../shared/ports/model.ts";
import type { Sandbox } from "../../shared/ports/sandbox.ts";
import type { Lock } from "../../shared/conversation.ts";
import { RESUME_PATH, type ProjectFiles } from "../../shared/project.ts";
import { loadTemplate } from "../portfolio/load-template.ts";
import { pause } from "./pause.ts";
import { studioWorkspace, type StudioParts } from "./studio-workspace.ts";

/** What a person asks of the agent in an open studio. */
export interface AgentRequest {
  readonly text: string;
  /** What was said before, oldest first, without this request. */
  readonly past: readonly Said[];
  readonly locks: readonly Lock[];
  readonly project: StudioParts["project"];
  /** What shows the site now; `null` while nothing does. */
  readonly sandbox: () => Sandbox | null;
  /** Another sandbox is on its way and will take that one’s place. */
  readonly isMoving: () => boolean;
  /** The model for one message; `openModel` of `web/api`. */
  readonly openModel: (messageId: string) => ModelPort;
  /** Asks the person for leave. */
  readonly ask: (permission: Permission) => Promise<boolean>;
  /** Stops it at any moment; the site is left as it last worked. */
  readonly signal: AbortSignal;
}

/** The beginnings that the provider may still have in its cache, by project. */
const briefs = new WeakMap<StudioParts["project"], KeptBrief>();

/**
 * Carries out one request with a model, on the studio’s own project, and tells what happens. The last
 * event is `done`, `stopped` or `failed`, whatever happens. What it changes is one act of the undo list
 * and one version.
 */
export async function* runAgentMessage(request: AgentRequest): AsyncGenerator<AgentEvent, void> {
  const { text, past, locks, project, sandbox, isMoving, openModel, ask, signal } = request;
  try {
    const id = crypto.randomUUID();
    const sampleTexts = await sampleTextsOf(project.getState().files);
    const act = { label: text.replace(/\s+/g, " ").slice(0, 60), id };
    const shown = { sandbox, isMoving };
    const workspace = studioWorkspace({ project, ...shown, locks, sampleTexts, act, wait: pause });
    const fresh = await projectBrief(workspace);
    const { brief, note } = nextBrief(briefs.get(project) ?? null, fresh, Date.now());
    briefs.set(project, brief);
    const messages = openingMessages({
      brief: brief.text,
      exchanges: exchangesOf(past),
      request: note === "" ? text : `${note}\n\n${text}`,
    });
    const model = openModel(id);
    const message = { text, size: chooseSize(text), messages };
    yield* runMessage(message, { model, workspace, ask, wait: pause }, signal);
  } catch (error) {
    // A bug of ours: `runMessage` has left a site that works, and nobody waits for ever.
    yield { type: "failed", failure: broke(error), changes: [], isKept: false };
  }
}

const broke = (error: unknown) => ({
  kind: "unavailable",
  message: "Something went wrong while this was carried out.",
  nextStep: `The site is as it last worked. Try again. (${String(error).slice(0, 200)})`,
  retryable: true,
});

/** What is the sample’s alone: its person’s name and address, unless the résumé has them too. */
async function sampleTextsOf(files: ProjectFiles): Promise<readonly string[]> {
  const theme = readTheme(files);
  const template = theme.ok ? await loadTemplate(theme.value.template) : null;
  const sample = template?.ok ? readResume(template.value.files) : null;
  if (!sample?.ok) return [];
  const { name, email } = sample.value.basics ?? {};
  const own = String(files[RESUME_PATH] ?? "");
  return [name, email].filter((one): one is string => Boolean(one) && !own.includes(one!));
}
