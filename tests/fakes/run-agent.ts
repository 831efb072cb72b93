import { expect } from "vitest";
import { agentEventSchema, type AgentEvent } from "../../shared/agent/loop/events.ts";
import { runMessage } from "../../shared/agent/loop/run-message.ts";
import type { Failure } from "../../shared/failure.ts";
import type { ProjectFiles } from "../../shared/project.ts";
import { fakeWorkspace, SMALL_PROJECT } from "./fake-workspace.ts";
import { call, scriptedModel, type ScriptedAnswer } from "./scripted-model.ts";

/** Replaces a block of `src/App.tsx`. */
export const edit = (old: string, next: string) =>
  call("edit_file", { path: "src/App.tsx", old, new: next });
export const DONE = { text: "That is done." };

interface Given extends NonNullable<Parameters<typeof fakeWorkspace>[1]> {
  readonly files?: ProjectFiles;
  readonly answer?: (about: string) => boolean;
  readonly control?: AbortController;
  readonly onEvent?: (event: AgentEvent, site: ReturnType<typeof fakeWorkspace>) => void;
}

/** Runs a message against a script; every event is checked to be the JSON that it says it is. */
export async function runAgent(script: readonly ScriptedAnswer[], given: Given = {}) {
  const site = fakeWorkspace(given.files ?? SMALL_PROJECT, given);
  const { model, requests } = scriptedModel(script);
  const asked: string[] = [];
  const waited: number[] = [];
  const control = given.control ?? new AbortController();
  const events: AgentEvent[] = [];
  const messages = [{ role: "user", content: [{ type: "text", text: "Please" }] }] as const;
  const running = runMessage(
    { text: "Say it\n better", size: "small", messages },
    {
      model,
      workspace: site.workspace,
      ask: async ({ about }) => {
        asked.push(about);
        return given.answer?.(about) ?? false;
      },
      wait: async (ms) => void waited.push(ms),
    },
    control.signal,
  );
  for await (const event of running) {
    expect(agentEventSchema.parse(JSON.parse(JSON.stringify(event)))).toEqual(event);
    events.push(event);
    given.onEvent?.(event, site);
  }
  const of = <Type extends AgentEvent["type"]>(type: Type) =>
    events.filter((one): one is Extract<AgentEvent, { type: Type }> => one.type === type);
  const app = () => String(site.files()["src/App.tsx"]);
  return { ...site, events, of, app, requests, asked, waited, last: events.at(-1)! };
}

/** A model that can’t be asked. */
export const failure = (part: Partial<Failure>): ScriptedAnswer => ({
  failure: { kind: "unavailable", message: "No.", nextStep: "Later.", retryable: false, ...part },
});
