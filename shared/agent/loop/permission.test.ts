import { describe, expect, it } from "vitest";
import { fakeWorkspace, SMALL_PROJECT } from "../../../tests/fakes/fake-workspace.ts";
import { DONE, edit, runAgent } from "../../../tests/fakes/run-agent.ts";
import { call, scriptedModel } from "../../../tests/fakes/scripted-model.ts";
import { runMessage } from "./run-message.ts";

describe("what needs the person", () => {
  const install = call("run_command", { command: "npm install d3" });

  it("asks before it installs, and takes a no for an answer", async () => {
    const no = await runAgent([install, install, DONE], { hasShell: true });
    expect(no.asked).toEqual(["npm install --ignore-scripts d3"]);
    expect(no.ran).toEqual([]);
    expect(no.of("permission-answered")).toMatchObject([{ isAllowed: false }]);
    const yes = await runAgent([install, DONE], { hasShell: true, answer: () => true });
    expect(yes.ran).toEqual(["npm install --ignore-scripts d3"]);
  });

  it("takes the packages back with what wasn’t mended, and says which were added", async () => {
    const both = { tools: [...install.tools, ...edit("Twelve", "BROKEN:x").tools] };
    const ran = await runAgent([both, DONE], { hasShell: true, answer: () => true });
    expect(ran.of("file")).toMatchObject([
      { change: { path: "package.json" } },
      { change: { path: "src/App.tsx" } },
    ]);
    expect(ran.of("file")[0]?.change.after).toContain('"d3": "1.0.0"');
    expect(ran.files()).toEqual(SMALL_PROJECT);
    expect(ran.last).toMatchObject({ type: "failed", changes: [] });
  });

  it("keeps what npm wrote as the message’s own, to be undone with it", async () => {
    const ran = await runAgent([install, DONE], { hasShell: true, answer: () => true });
    const kept = ran.of("done")[0]?.changes.map(({ path, before }) => [path, before]);
    expect(kept).toEqual([
      ["package.json", SMALL_PROJECT["package.json"]],
      ["package-lock.json", SMALL_PROJECT["package-lock.json"]],
    ]);
  });

  it("installs nothing where package.json is locked", async () => {
    const locks = [{ kind: "file", path: "package.json" }] as const;
    const ran = await runAgent([install, DONE], { hasShell: true, locks, answer: () => true });
    expect([ran.asked, ran.ran]).toEqual([[], []]);
    expect(ran.of("tool-end")[0]?.result).toContain("locked package.json");
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
    const ran = await runAgent([install, DONE]);
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
    const ran = await runAgent(
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
