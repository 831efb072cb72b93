import { describe, expect, it } from "vitest";
import { fakeSandbox } from "../../tests/fakes/fake-sandbox.ts";
import { SMALL_PROJECT } from "../../tests/fakes/fake-workspace.ts";
import { call, scriptedModel, type ScriptedAnswer } from "../../tests/fakes/scripted-model.ts";
import type { AgentEvent } from "../../shared/agent/loop/events.ts";
import { runMessage } from "../../shared/agent/loop/run-message.ts";
import { openProject } from "../project/open-project.ts";
import { watchSandbox } from "../sandbox/sandbox-watch.ts";
import { openMemoryStorage } from "../storage/portfolio-storage.ts";
import { studioWorkspace } from "./studio-workspace.ts";

const FILES = {
  ...SMALL_PROJECT,
  "index.html": "<html><body><h1>Barnaby Thistlewood</h1><p>Bookbinder of books</p></body></html>",
};
/** Nothing is locked, and no sandbox is being changed for another. */
const AT_REST = { isMoving: () => false, locks: [], sampleTexts: [] };
const BROKEN = "export const = ";
const edit = (old: string, next: string) =>
  call("edit_file", { path: "src/App.tsx", old, new: next });

/** A studio with a project and what runs it, and a message to its agent. */
async function say(script: readonly ScriptedAnswer[]) {
  const storage = openMemoryStorage();
  const made = await storage.create({ name: "Barnaby", files: FILES });
  const opened = await openProject({ id: made.ok ? made.value : "", storage });
  if (!opened.ok) throw new Error(opened.failure.message);
  const project = opened.value;
  const sandbox = fakeSandbox(FILES);
  watchSandbox(sandbox);
  await sandbox.start();
  project.onChanges((changes) => void sandbox.files.write(changes));
  const wait = async () => undefined;
  const workspace = studioWorkspace({
    project,
    sandbox: () => sandbox,
    ...AT_REST,
    act: { label: "Say ten", id: "1" },
    wait,
  });
  const events: AgentEvent[] = [];
  const message = { text: "Say ten", size: "small", messages: [] } as const;
  const ports = { model: scriptedModel(script).model, workspace, ask: async () => false, wait };
  for await (const event of runMessage(message, ports, new AbortController().signal))
    events.push(event);
  return { project, events, last: events.at(-1)!, sandbox };
}

describe("the agent in the studio", () => {
  it("makes its changes one version and one act that is undone at once", async () => {
    const { project, last, sandbox } = await say([
      edit("Twelve", "Ten"),
      call("write_file", { path: "src/sections/Talks.tsx", content: "export const Talks = 1;\n" }),
      { text: "Done." },
    ]);
    expect(last).toMatchObject({ type: "done", isKept: true });
    expect(await sandbox.snapshot()).toEqual(project.getState().files);
    const versions = await project.listVersions();
    expect(versions.map(({ label }) => label)).toContain("Say ten");
    expect(project.getState().canUndo).toBe("Say ten");
    project.undo();
    expect(project.getState().files).toEqual(FILES);
    expect(project.getState().canUndo).toBeNull();
    await project.close();
  });

  it("sees what the sandbox says is wrong, and leaves no trace of what was taken back", async () => {
    const { project, events, last } = await say([
      edit("Twelve", BROKEN),
      edit("careful", "careless"),
    ]);
    expect(events.filter(({ type }) => type === "problem")).toMatchObject([
      { message: "Unexpected token", path: "src/App.tsx", line: 1 },
      { message: "Unexpected token" },
    ]);
    expect(last).toMatchObject({ type: "failed", changes: [] });
    expect(project.getState().files).toEqual(FILES);
    expect(project.getState().canUndo).toBeNull();
    await project.close();
  });

  it("takes what npm wrote over into the message’s act, though nobody told of it", async () => {
    const storage = openMemoryStorage();
    const made = await storage.create({ name: "Barnaby", files: FILES });
    const opened = await openProject({ id: made.ok ? made.value : "", storage });
    if (!opened.ok) throw new Error(opened.failure.message);
    const project = opened.value;
    const plain = fakeSandbox(FILES);
    const content = '{ "dependencies": { "d3": "7.9.0" } }\n';
    const spawn = async () => {
      await plain.files.write([{ path: "package.json", content }]);
      const output = (async function* () {})();
      const process = { output, exit: Promise.resolve(0), write() {}, resize() {}, kill() {} };
      return { ok: true, value: process } as const;
    };
    const sandbox = { ...plain, shell: { spawn } };
    const workspace = studioWorkspace({
      project,
      sandbox: () => sandbox,
      ...AT_REST,
      act: { label: "Add d3", id: "1" },
      wait: async () => undefined,
    });
    const { signal } = new AbortController();
    expect(await workspace.shell?.run("npm", ["install", "d3"], signal)).toMatchObject({
      ok: true,
    });
    expect(await workspace.read("package.json")).toBe(content);
    expect(project.getState().canUndo).toBe("Add d3");
    await project.close();
  });

  it("says what it couldn’t look at where nothing runs", async () => {
    const workspace = studioWorkspace({
      project: {
        getState: () => ({ files: FILES }) as never,
        apply: () => undefined,
        saveVersion: () => Promise.reject(),
      },
      sandbox: () => null,
      ...AT_REST,
      act: { label: "x", id: "1" },
      wait: async () => undefined,
    });
    const { signal } = new AbortController();
    expect(await workspace.check(signal)).toMatchObject({ failure: { kind: "unavailable" } });
    expect(await workspace.render(signal)).toMatchObject({ failure: { kind: "unavailable" } });
    expect(workspace.shell).toBeNull();
  });
});
