import { chooseSize } from "../../../shared/agent/context/choose-size.ts";
import { nextBrief, type KeptBrief } from "../../../shared/agent/context/kept-brief.ts";
import { exchangesOf, openingMessages, type Said } from "../../../shared/agent/context/opening.ts";
import { projectBrief } from "../../../shared/agent/context/project-brief.ts";
import { runMessage } from "../../../shared/agent/loop/run-message.ts";
import { afterEvent } from "../../../shared/agent/run-of-events.ts";
import { NEW_RUN } from "../../../shared/agent-run.ts";
import type { ModelPort } from "../../../shared/ports/model.ts";
import type { ProjectFiles } from "../../../shared/project.ts";
import { isLastEvent, type LastEvent } from "../../../shared/agent/loop/events.ts";
import type { AnthropicAnswer, AnthropicCall } from "../../stand-ins/anthropic.ts";
import { PromptCache, tokensOf, type PromptUsage } from "../../stand-ins/prompt-cache.ts";
import { answersOf, type Editing } from "./competent-model.ts";
import { memoryWorkspace } from "./memory-workspace.ts";
import type { Task } from "./task.ts";
import { CONVERSATIONS } from "./tasks.ts";

export interface Way {
  readonly editing: Editing;
  /** `chosen`: the small model for small edits; `large`: one for all. */
  readonly size: "chosen" | "large";
}

/** One call of the model, as it was sent and answered. */
export interface Charged {
  readonly task: string;
  readonly model: string;
  readonly usage: PromptUsage & { readonly output_tokens: number };
}

/** Between two messages of a person, between two conversations, and of one answer: milliseconds. */
const PAUSE_MS = 90_000;
const AWAY_MS = 3_600_000;
const ANSWER_MS = 8_000;

type Answerer = (call: AnthropicCall) => AnthropicAnswer;

/**
 * All tasks, each message through the agent's own loop and context and the gateway; what the provider
 * would count is reckoned from what reached it.
 * @param answering sets who answers the calls that reach the stand-in
 * @throws when a task ends otherwise than done: then the bench compares nothing
 */
export async function runTasks(
  way: Way,
  files: ProjectFiles,
  given: {
    readonly openModel: (messageId: string) => ModelPort;
    readonly answering: (answerer: Answerer) => void;
  },
): Promise<readonly Charged[]> {
  const cache = new PromptCache();
  const charged: Charged[] = [];
  let clock = Date.UTC(2026, 10, 21);
  const { workspace, files: now } = memoryWorkspace(files);
  let kept: KeptBrief | null = null;
  for (const { tasks } of CONVERSATIONS) {
    clock += AWAY_MS;
    const past: Said[] = [];
    for (const task of tasks) {
      clock += PAUSE_MS;
      const answers = answersOf(task, way.editing, now);
      given.answering(({ body }) => {
        clock += ANSWER_MS;
        const blocks = answers.next().value;
        if (!blocks) throw new Error(`More calls than answers: ${task.request}`);
        const usage = {
          ...cache.ask(body as Parameters<PromptCache["ask"]>[0], clock),
          output_tokens: tokensOf(JSON.stringify(blocks)),
        };
        charged.push({ task: task.request, model: body.model, usage });
        return { blocks, usage };
      });
      const { brief, note } = nextBrief(kept, await projectBrief(workspace), clock);
      kept = brief;
      const messages = openingMessages({
        brief: brief.text,
        exchanges: exchangesOf(past),
        request: note === "" ? task.request : `${note}\n\n${task.request}`,
      });
      const size = way.size === "large" ? "large" : chooseSize(task.request);
      const message = { text: task.request, size, messages } as const;
      past.push(
        ...(await say(task, message, { workspace, model: given.openModel(crypto.randomUUID()) })),
      );
    }
  }
  return charged;
}

type Message = Parameters<typeof runMessage>[0];
type Ports = Pick<Parameters<typeof runMessage>[1], "workspace" | "model">;

async function say(task: Task, message: Message, ports: Ports): Promise<readonly Said[]> {
  let run = NEW_RUN;
  let last: LastEvent | null = null;
  const asked = { ...ports, ask: async () => false, wait: async () => undefined };
  for await (const event of runMessage(message, asked, new AbortController().signal)) {
    run = afterEvent(run, event);
    if (isLastEvent(event)) last = event;
  }
  if (last?.type !== "done") throw new Error(`${task.request}: ${JSON.stringify(last)}`);
  return [
    { from: "person", text: task.request },
    { from: "site", text: "", run, changes: last.changes },
  ];
}
