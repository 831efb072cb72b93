import { describe, expect, it } from "vitest";
import { fakeWorkspace, SMALL_PROJECT } from "../../../tests/fakes/fake-workspace.ts";
import { call, scriptedModel, type ScriptedAnswer } from "../../../tests/fakes/scripted-model.ts";
import type { Failure } from "../../failure.ts";
import { AGENT_LIMITS } from "../../limits.ts";
import type { ProjectFiles } from "../../project.ts";
import { agentEventSchema, type AgentEvent } from "./events.ts";
import { runMessage } from "./run-message.ts";

const edit = (old: string, next: string) =>
  call("edit_file", { path: "src/App.tsx", old, new: next });
const DONE = { text: "That is done." };

interface Given extends NonNullable<Parameters<typeof fakeWorkspace>[1]> {
  readonly files?: ProjectFiles;
  readonly answer?: (about: string) => boolean;
  readonly control?: AbortController;
  readonly onEvent?: (event: AgentEvent, site: ReturnType<typeof fakeWorkspace>) => void;
}

/** Runs a message against a script; every event is checked to be the JSON that it says it is. */
async function run(script: readonly ScriptedAnswer[], given: Given = {}) {
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

const failure = (part: Partial<Failure>): ScriptedAnswer => ({
  failure: { kind: "unavailable", message: "No.", nextStep: "Later.", retryable: false, ...part },
});

describe("a message to the agent", () => {
  it("changes a site in one edit, and says it is done when that was seen", async () => {
    const ran = await run([{ text: "I’ll do that.", ...edit("Twelve", "Thirteen") }, DONE]);
    expect(ran.app()).toContain("Thirteen years");
    expect(ran.last).toMatchObject({
      type: "done",
      isKept: true,
      changes: [{ path: "src/App.tsx", before: SMALL_PROJECT["src/App.tsx"], after: ran.app() }],
    });
    const facts = ran.of("done")[0]!.facts;
    expect(facts.map(({ id, holds }) => [id, holds])).toEqual([
      ["builds", true],
      ["console", true],
      ["renders", true],
      ["name", true],
      ["placeholders", true],
    ]);
    expect(ran.kept).toEqual(["Say it better"]);
    expect(
      ran
        .of("text")
        .map(({ delta }) => delta)
        .join(""),
    ).toBe("I’ll do that.That is done.");
    expect(ran.of("file")).toMatchObject([{ addedLines: 1, removedLines: 1, sentLetters: 14 }]);
    expect(ran.of("usage").at(-1)?.usage).toEqual({
      input: 200,
      cacheWrite: 40,
      cacheRead: 2_000,
      output: 100,
    });
    expect(ran.requests.map(({ isRepair }) => isRepair)).toEqual([false, false]);
  });

  it("answers a question without touching or keeping anything", async () => {
    const ran = await run([call("read_file", { path: "src/App.tsx" }), { text: "It is a page." }]);
    expect(ran.last).toEqual({ type: "done", facts: [], changes: [], isKept: false });
    expect(ran.kept).toEqual([]);
    expect(ran.of("build")).toEqual([]);
  });

  it("repairs what it broke, and marks the repair", async () => {
    const ran = await run([edit("Twelve", "BROKEN:one"), edit("BROKEN:one", "Ten"), DONE]);
    expect(ran.last.type).toBe("done");
    expect(ran.app()).toContain("Ten years");
    expect(
      ran
        .of("build")
        .map(({ state }) => state)
        .filter((one) => one !== "checking"),
    ).toEqual(["bad", "good", "good"]);
    expect(ran.of("repair")).toEqual([{ type: "repair", repair: 1, of: AGENT_LIMITS.repairs }]);
    expect(ran.requests.map(({ isRepair }) => isRepair)).toEqual([false, true, false]);
    expect(JSON.stringify(ran.requests[1])).toContain("Unexpected one");
    expect(ran.of("usage").at(-1)?.ofRepairs).toMatchObject({ output: 50 });
  });

  it("lets it read before it repairs, and mend by going back", async () => {
    const look = call("read_file", { path: "src/App.tsx" });
    const ran = await run([
      edit("Twelve", "BROKEN:one"),
      look,
      edit("BROKEN:one", "Twelve"),
      { text: "It stays as it was." },
    ]);
    expect(ran.of("repair")).toHaveLength(1);
    expect(ran.requests.map(({ isRepair }) => isRepair)).toEqual([false, true, true, false]);
    expect(ran.last).toEqual({ type: "done", facts: [], changes: [], isKept: false });
  });

  it("stops at the same error twice, takes the change back and says so", async () => {
    const ran = await run([edit("Twelve", "BROKEN:x"), edit("careful", "CAREFUL")]);
    expect(ran.app()).toBe(SMALL_PROJECT["src/App.tsx"]);
    expect(ran.of("rolled-back")).toMatchObject([{ paths: ["src/App.tsx"], why: "not-mended" }]);
    expect(ran.last).toMatchObject({ type: "failed", changes: [], isKept: false });
  });

  it("tries to mend four times and no more", async () => {
    const names = ["a", "b", "c", "d", "e"];
    const steps = names.map((name, at) =>
      edit(at === 0 ? "Twelve" : `BROKEN:${names[at - 1]!}`, `BROKEN:${name}`),
    );
    const ran = await run(steps);
    expect(ran.of("repair")).toHaveLength(AGENT_LIMITS.repairs);
    expect(ran.app()).toBe(SMALL_PROJECT["src/App.tsx"]);
    expect(ran.last.type).toBe("failed");
    // What the small model couldn’t do twice, the large one tries.
    expect(ran.requests.map(({ size }) => size)).toEqual([
      "small",
      "small",
      "large",
      "large",
      "large",
    ]);
  });

  it("keeps what worked before the step that couldn’t be mended", async () => {
    const ran = await run([edit("Twelve", "Ten"), edit("careful", "BROKEN:x"), DONE]);
    expect(ran.app()).toContain("Ten years of careful");
    expect(ran.last).toMatchObject({ type: "failed", isKept: true });
  });

  it("doesn’t believe “done”: a blank page is repaired or taken back", async () => {
    const repaired = await run([edit("Twelve", "BLANK"), DONE, edit("BLANK", "Ten"), DONE]);
    expect(repaired.last.type).toBe("done");
    expect(repaired.app()).toContain("Ten years");
    expect(repaired.of("problem").map(({ message }) => message)).toContain("The page is blank.");
    const claimed = await run([edit("Twelve", "BLANK"), DONE, DONE]);
    expect(claimed.app()).toBe(SMALL_PROJECT["src/App.tsx"]);
    expect(claimed.last.type).toBe("failed");
  });

  it.each([
    ["the sample’s name", "Orla Fennimore"],
    ["a placeholder", "Lorem ipsum dolor"],
  ])("finds %s on the finished page", async (_, words) => {
    const path = "src/App.tsx";
    const whole = { path, content: `<main>${words} and more letters</main>` };
    const ran = await run([call("write_file", whole), DONE, DONE]);
    expect(ran.app()).toBe(SMALL_PROJECT[path]);
  });

  it("looks at console errors too, and leaves what was wrong before to its owner", async () => {
    const crashed = await run([edit("Twelve", "CRASH"), edit("CRASH", "Ten"), DONE]);
    expect(crashed.last.type).toBe("done");
    expect(crashed.of("problem")).toMatchObject([{ message: "crashed in src/App.tsx" }]);
    const path = "src/styles.css";
    const files = {
      ...SMALL_PROJECT,
      "src/sections/Work.tsx": "CRASH",
      "src/App.tsx": "Lorem ipsum, long",
    };
    const content = "body { margin: 1px }\n";
    const before = await run([call("write_file", { path, content }), DONE], { files });
    expect(before.last).toMatchObject({ type: "done", isKept: true });
    const open = before.of("done")[0]!.facts.filter(({ holds }) => holds !== true);
    expect(open).toMatchObject([
      { id: "console", holds: null },
      { id: "placeholders", holds: null },
    ]);
  });

  it("ends at ten turns, and keeps what works", async () => {
    const steps = Array.from({ length: AGENT_LIMITS.turns }, (_, at) =>
      edit(at === 0 ? "Twelve" : `N${at - 1}`, `N${at}`),
    );
    const ran = await run(steps);
    expect(ran.requests).toHaveLength(AGENT_LIMITS.turns);
    expect(ran.last).toMatchObject({
      type: "failed",
      failure: { kind: "too-large" },
      isKept: true,
    });
    expect(ran.app()).toContain("N9");
  });

  it("sends a broken tool call back as an error, and goes on", async () => {
    const ran = await run([
      { tools: [{ name: "edit_file", input: '{"path": "src/App.tsx", "old' }] },
      call("edit_file", { path: "src/App.tsx", old: "Twelve", new: "Ten", also: "this" }),
      call("delete_everything", {}),
      edit("Twelve years of carefull", "Ten"),
      edit("Twelve", "Ten"),
      DONE,
    ]);
    expect(ran.last.type).toBe("done");
    const ends = ran.of("tool-end");
    expect(ends.map(({ isError }) => isError)).toEqual([true, true, true, false]);
    expect(ends[2]?.result).toContain("2:   <p>Twelve years of careful bookbinding</p>");
    expect(JSON.stringify(ran.requests[3])).toContain("there is no such tool");
    // What goes back to the gateway names known tools only, and each call has its result.
    for (const { messages } of ran.requests) {
      const parts = messages.flatMap(({ content }) => content);
      const calls = parts.flatMap((part) => (part.type === "tool_use" ? [part.id] : []));
      const results = parts.flatMap((part) =>
        part.type === "tool_result" ? [part.tool_use_id] : [],
      );
      expect(results).toEqual(calls);
      expect(messages.every(({ role }, at) => role === (at % 2 === 0 ? "user" : "assistant"))).toBe(
        true,
      );
    }
  });
});

describe("stopping and breaking off", () => {
  it("stops in the middle of an answer", async () => {
    const control = new AbortController();
    const stopped = {
      ...edit("careful", "careless"),
      at: { events: 4, run: () => control.abort() },
    };
    const ran = await run([edit("Twelve", "Ten"), stopped], { control });
    expect(ran.last).toMatchObject({ type: "stopped", isKept: true });
    expect(ran.app()).toContain("Ten years of careful bookbinding");
  });

  it("stops right after a change that wasn’t looked at: it is taken back", async () => {
    const control = new AbortController();
    const ran = await run([edit("Twelve", "Ten")], {
      control,
      onEvent: ({ type }) => type === "file" && control.abort(),
    });
    expect(ran.app()).toBe(SMALL_PROJECT["src/App.tsx"]);
    expect(ran.last).toEqual({ type: "stopped", changes: [], isKept: false });
    expect(ran.of("rolled-back")).toMatchObject([{ why: "stopped" }]);
  });

  it("leaves what the person changed meanwhile", async () => {
    const control = new AbortController();
    const ran = await run([edit("Twelve", "Ten")], {
      control,
      onEvent: ({ type }, site) => {
        if (type !== "file") return;
        site.edit("src/App.tsx", "<main>My own words, typed just now</main>");
        control.abort();
      },
    });
    expect(ran.app()).toContain("My own words");
    expect(ran.of("rolled-back")).toMatchObject([{ paths: [], left: ["src/App.tsx"] }]);
  });

  it("takes back what isn’t known to work when its reader leaves", async () => {
    const site = fakeWorkspace(SMALL_PROJECT);
    const { model } = scriptedModel([edit("Twelve", "BROKEN:x")]);
    const ports = {
      model,
      workspace: site.workspace,
      ask: async () => false,
      wait: async () => {},
    };
    const message = { text: "x", size: "small", messages: [] } as const;
    for await (const { type } of runMessage(message, ports, new AbortController().signal)) {
      if (type === "repair") break;
    }
    expect(site.files()).toEqual(SMALL_PROJECT);
  });

  it("asks once more for an answer that was cut, for it had done nothing", async () => {
    const ran = await run([
      { ...edit("Twelve", "Eleven"), cutAfter: 5 },
      edit("Twelve", "Ten"),
      DONE,
    ]);
    expect(ran.of("turn-void")).toEqual([{ type: "turn-void", turn: 1 }]);
    expect(ran.app()).toContain("Ten years");
    expect(ran.last.type).toBe("done");
    expect(ran.requests[1]).toEqual(ran.requests[0]);
  });

  it("ends cleanly when it is cut again", async () => {
    const ran = await run([
      edit("Twelve", "Ten"),
      { text: "So", cutAfter: 3 },
      { text: "So", cutAfter: 4 },
    ]);
    expect(ran.last).toMatchObject({ type: "failed", isKept: true, failure: { retryable: true } });
    expect(ran.app()).toContain("Ten years");
  });

  it.each([
    [
      "the quota is used up",
      { kind: "quota-exceeded", message: "This month’s tokens are used up." },
    ],
    ["there is no key", { kind: "unavailable", message: "No model is configured here." }],
  ] as const)("says so when %s", async (_, part) => {
    const ran = await run([failure(part)]);
    expect(ran.last).toMatchObject({ type: "failed", failure: part, changes: [] });
    expect(ran.files()).toEqual(SMALL_PROJECT);
  });

  it("waits for a busy provider, for a bounded time", async () => {
    const busy = failure({ retryable: true, retryAfterMs: 20_000 });
    const ran = await run([busy, edit("Twelve", "Ten"), DONE]);
    expect(ran.of("waiting")).toEqual([{ type: "waiting", ms: 20_000 }]);
    expect(ran.last.type).toBe("done");
    const never = await run([busy, busy, busy, busy]);
    expect(never.waited).toEqual([20_000, 20_000, 20_000]);
    expect(never.last.type).toBe("failed");
  });
});

describe("what needs the person", () => {
  const install = call("run_command", { command: "npm install d3" });

  it("asks before it installs, and takes a no for an answer", async () => {
    const no = await run([install, install, DONE], { hasShell: true });
    expect(no.asked).toEqual(["npm install --ignore-scripts d3"]);
    expect(no.ran).toEqual([]);
    expect(no.of("permission-answered")).toMatchObject([{ isAllowed: false }]);
    const yes = await run([install, DONE], { hasShell: true, answer: () => true });
    expect(yes.ran).toEqual(["npm install --ignore-scripts d3"]);
  });

  it("doesn’t wait for an answer that was stopped", async () => {
    const control = new AbortController();
    const site = fakeWorkspace(SMALL_PROJECT, { hasShell: true });
    const { model } = scriptedModel([install]);
    const never = new Promise<boolean>(() => undefined);
    const ports = { model, workspace: site.workspace, ask: () => never, wait: async () => {} };
    const types: string[] = [];
    const message = { text: "x", size: "small", messages: [] } as const;
    for await (const event of runMessage(message, ports, control.signal)) {
      types.push(event.type);
      if (event.type === "permission") control.abort();
    }
    expect(types.at(-1)).toBe("stopped");
    expect(site.ran).toEqual([]);
  });

  it("offers no shell where there is none", async () => {
    const ran = await run([install, DONE]);
    expect(ran.requests[0]?.tools).not.toContain("run_command");
    expect(ran.of("tool-end")).toMatchObject([{ isError: true }]);
  });

  it("leaves alone what is locked, and names the lock", async () => {
    const locks = [
      { kind: "file", path: "src/App.tsx" },
      { kind: "section", id: "work" },
    ] as const;
    const resume = String(SMALL_PROJECT["src/data/resume.json"]);
    const data = (old: string, next: string) =>
      call("edit_file", { path: "src/data/resume.json", old, new: next });
    const ran = await run(
      [
        edit("Twelve", "Ten"),
        data("Foxglove", "Nettle"),
        call("write_file", { path: "src/sections/Work.tsx", content: "export {};" }),
        data("Bookbinder", "Binder of books"),
        DONE,
      ],
      { locks },
    );
    expect(ran.of("tool-end").map(({ isError }) => isError)).toEqual([true, true, true, false]);
    expect(ran.of("tool-end")[0]?.result).toContain("locked src/App.tsx");
    expect(ran.of("tool-end")[1]?.result).toContain("locked the section “work”");
    expect(ran.files()["src/data/resume.json"]).toBe(
      resume.replace("Bookbinder", "Binder of books"),
    );
  });
});
