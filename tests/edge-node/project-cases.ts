import { execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { promisify } from "node:util";
import { describe, expect, test, vi } from "vitest";
import { fromRoot } from "../../scripts/paths.ts";
import type { AgentEvent } from "../../shared/agent/loop/events.ts";
import type { ConversationPage } from "../../shared/api/conversation.ts";
import type { JobEvent } from "../../shared/job.ts";
import type { AnthropicAnswer, AnthropicCall } from "../stand-ins/anthropic.ts";
import type { RunningEdge } from "./run-edge.ts";
import type { somebodyWhoTalks } from "./somebody-who-talks.ts";
import { wholeEvents } from "./whole-events.ts";

const CV = fromRoot("tests/fixtures/cv/two-page.pdf");
const run = promisify(execFile);

/** What the model answers, by a word of the request: one answer a call, the last one again. */
const scripts = new Map<string, ((call: AnthropicCall) => AnthropicAnswer)[]>();

/** The answer that a project’s chat is given; `null` where the call is none of one. */
export function answerProject(call: AnthropicCall): AnthropicAnswer | null {
  const said = JSON.stringify(call.body.messages);
  for (const [word, script] of scripts) {
    if (!said.includes(word)) continue;
    return (script.length > 1 ? script.shift()! : script[0]!)(call);
  }
  return null;
}

const detailsOf = (events: readonly JobEvent[]): readonly AgentEvent[] =>
  events.filter(({ step }) => step === "agent").map(({ detail }) => detail as AgentEvent);

/** A whole life by `curl` with an API key, and messages whose asker leaves (R4.11); for a running worker. */
export function projectCases(given: {
  readonly edge: () => RunningEdge;
  readonly somebody: () => ReturnType<typeof somebodyWhoTalks>;
}): void {
  const { edge, somebody } = given;

  async function program() {
    const ada = await somebody();
    const made = await ada.call("POST", "/api/keys", { name: "Program" });
    const { key } = (await made.json()) as { key: string };
    const args = (path: string, more: readonly string[]) => [
      "-sSN",
      "-H",
      `authorization: Bearer ${key}`,
      ...more,
      `${edge().url}${path}`,
    ];
    const curl = async (path: string, ...more: readonly string[]) =>
      (await run("curl", args(path, more), { maxBuffer: 50_000_000 })).stdout;
    const create = async () => {
      const made = JSON.parse(await curl("/api/projects/create", "-F", `file=@${CV}`)) as {
        id: string;
        project: object | null;
      };
      expect(made.id, JSON.stringify(made)).toBeDefined();
      if (made.project === null) await curl(`/api/jobs/${made.id}/events`);
      return made.id;
    };
    const say = (message: string) => ["--json", JSON.stringify({ message })];
    const talk = async (id: string) => {
      const read = await ada.call("GET", `/api/portfolios/${id}/conversation`);
      return ((await read.json()) as ConversationPage).items;
    };
    return { ada, curl, args, create, say, talk };
  }
  type Program = Awaited<ReturnType<typeof program>>;

  /** The owner’s name in the project, and an edit of it as the model makes it. */
  async function renaming({ curl }: Program, id: string) {
    const path = "src/data/resume.json";
    const file = `/api/projects/${id}/files/${path}`;
    const nameNow = async () =>
      (JSON.parse(await curl(file)) as { basics: { name: string } }).basics.name;
    const name = await nameNow();
    const [old, renamed] = [`"name": "${name}"`, `"name": "${name} II"`];
    const json = JSON.stringify({ path, old, new: renamed });
    const edit: AnthropicAnswer = { blocks: [{ text: "I rename." }, { tool: "edit_file", json }] };
    return { name, nameNow, edit };
  }

  describe("projects by curl with an API key", () => {
    test("one is made from a PDF, changed by chat, read and deleted", async () => {
      const ada = await program();
      const id = await ada.create();
      const { name, nameNow, edit } = await renaming(ada, id);
      scripts.set("the-second", [() => edit, () => ({ blocks: [{ text: "Renamed." }] })]);

      const stream = await ada.curl(`/api/projects/${id}/chat`, ...ada.say("I am the-second"));
      const events = wholeEvents(stream);
      expect(events.map((event) => event.id)).toEqual(events.map((_, n) => n + 1));
      const details = detailsOf(events);
      expect(details.flatMap((one) => (one.type === "file" ? one.change.path : []))).toEqual([
        "src/data/resume.json",
      ]);
      expect(details.at(-1)).toMatchObject({ type: "done", isKept: true });
      const { versionId } = events.at(-1)!.detail as { versionId: string };
      expect(events.at(-1)).toMatchObject({
        type: "complete",
        detail: { state: "done", changed: ["src/data/resume.json"] },
      });

      expect(await nameNow()).toBe(`${name} II`);
      expect(JSON.parse(await ada.curl(`/api/projects/${id}`))).toMatchObject({
        versionId,
      });
      expect(await ada.talk(id)).toMatchObject([
        { from: "person", text: "I am the-second" },
        { from: "site", run: { state: "done" }, version: versionId },
      ]);
      const usage = (await (await ada.ada.call("GET", "/api/keys")).json()) as {
        keys: { requests: number; month: { calls: number; tokens: number } }[];
      };
      expect(usage.keys[0]!.month.calls).toBe(2);
      expect(usage.keys[0]!.month.tokens).toBeGreaterThan(1_000);

      const gone = JSON.parse(await ada.curl(`/api/projects/${id}`, "-X", "DELETE"));
      expect(gone).toMatchObject({ status: "deleted" });
      expect(JSON.parse(await ada.curl(`/api/projects/${id}`))).toMatchObject({
        code: "not-found",
      });
    });

    test("what the build can’t take is mended, or taken back", async () => {
      const ada = await program();
      const id = await ada.create();
      const json = JSON.stringify({ path: "src/broken.ts", content: "export const = 1;" });
      const breaks: AnthropicAnswer = { blocks: [{ tool: "write_file", json }] };
      scripts.set("the-broken", [() => breaks]);
      const stream = await ada.curl(`/api/projects/${id}/chat`, ...ada.say("Make the-broken"));
      const details = detailsOf(wholeEvents(stream));
      expect(details.some(({ type }) => type === "repair")).toBe(true);
      expect(details.some(({ type }) => type === "rolled-back")).toBe(true);
      expect(details.at(-1)).toMatchObject({ type: "failed", changes: [] });
      const { files } = JSON.parse(await ada.curl(`/api/projects/${id}/files`)) as {
        files: { path: string }[];
      };
      expect(files.map(({ path }) => path)).not.toContain("src/broken.ts");
    });

    test("a message whose asker leaves goes on, and is heard from where it was lost", async () => {
      const ada = await program();
      const id = await ada.create();
      const { name, nameNow, edit } = await renaming(ada, id);
      const until = Promise.withResolvers<void>();
      const held = { ...edit, holdAfter: { events: 4, until: until.promise } } as AnthropicAnswer;
      scripts.set("the-left", [() => held, () => ({ blocks: [{ text: "Renamed." }] })]);
      const heard = await hearAndLeave(ada, `/api/projects/${id}/chat`, "I am the-left");
      expect(await ada.talk(id)).toMatchObject([{}, { run: { state: "running" } }]);
      until.resolve();
      const { jobId } = heard[0]!.detail as { jobId: string };
      const last = heard.at(-1)!.id;
      const rest = wholeEvents(
        await ada.curl(`/api/jobs/${jobId}/events`, "-H", `last-event-id: ${last}`),
      );
      expect(rest[0]!.id).toBe(last + 1);
      expect(rest.at(-1)).toMatchObject({ type: "complete", detail: { state: "done" } });
      expect(await nameNow()).toBe(`${name} II`);
      expect(await ada.talk(id)).toMatchObject([{}, { run: { state: "done" } }]);
    });

    test("of two messages at once the second begins from what the first left", async () => {
      const ada = await program();
      const id = await ada.create();
      const { name, nameNow, edit } = await renaming(ada, id);
      const json = JSON.stringify({
        path: "src/data/resume.json",
        old: `"name": "${name} II"`,
        new: `"name": "${name} III"`,
      });
      const again: AnthropicAnswer = { blocks: [{ tool: "edit_file", json }] };
      const done: AnthropicAnswer = { blocks: [{ text: "Renamed." }] };
      const until = Promise.withResolvers<void>();
      const held = { ...edit, holdAfter: { events: 4, until: until.promise } } as AnthropicAnswer;
      // The second’s own call tells of the first’s request too, so its word is looked for first.
      scripts.set("the-later", [() => again, () => done]);
      scripts.set("the-earlier", [() => held, () => done]);
      await hearAndLeave(ada, `/api/projects/${id}/chat`, "Be the-earlier");
      // By their session, as the studio asks.
      const path = `/api/projects/${id}/chat`;
      const second = await ada.ada.call("POST", path, { message: "Be the-later" });
      let text = "";
      for await (const chunk of second.body!.pipeThrough(new TextDecoderStream())) {
        text += chunk;
        if (text.includes("Place 1 in the queue")) until.resolve();
      }
      const events = wholeEvents(text);
      expect(events.at(-1)).toMatchObject({ type: "complete", detail: { state: "done" } });
      expect(await nameNow()).toBe(`${name} III`);
      expect(await ada.talk(id)).toMatchObject([
        { text: "Be the-earlier" },
        { run: { state: "done" } },
        { text: "Be the-later" },
        { run: { state: "done" } },
      ]);
    });

    test("a message that the worker’s end cuts off begins again and ends once", async () => {
      const ada = await program();
      const id = await ada.create();
      const { name, nameNow, edit } = await renaming(ada, id);
      const never = new Promise<void>(() => undefined);
      const done: AnthropicAnswer = { blocks: [{ text: "Renamed." }] };
      scripts.set("the-cut", [
        () => edit,
        // After the edit: a try that changed something is cut.
        () => ({ ...done, holdAfter: { events: 4, until: never } }),
        () => edit,
        () => done,
      ]);
      const heard = await hearAndLeave(ada, `/api/projects/${id}/chat`, "I am the-cut");
      await vi.waitFor(() => expect(scripts.get("the-cut")).toHaveLength(2), { timeout: 60_000 });
      await edge().restartWorker({});
      const { jobId } = heard[0]!.detail as { jobId: string };
      const events = wholeEvents(await ada.curl(`/api/jobs/${jobId}/events`));
      expect(events.some(({ type, step }) => type === "warning" && step === "agent")).toBe(true);
      expect(events.at(-1)).toMatchObject({ type: "complete", detail: { state: "done" } });
      expect(await nameNow()).toBe(`${name} II`);
      expect(await ada.talk(id)).toMatchObject([{ from: "person" }, { run: { state: "done" } }]);
    });
  });

  /** Asks by curl, hears until the model speaks, and is killed. */
  async function hearAndLeave(
    { args, say }: Program,
    path: string,
    message: string,
  ): Promise<readonly JobEvent[]> {
    const child = spawn("curl", args(path, say(message)));
    let text = "";
    for await (const chunk of child.stdout) {
      text += String(chunk);
      if (detailsOf(wholeEvents(text)).some(({ type }) => type === "text")) break;
    }
    child.kill("SIGKILL");
    if (child.exitCode === null && child.signalCode === null) await once(child, "exit");
    return wholeEvents(text);
  }
}
