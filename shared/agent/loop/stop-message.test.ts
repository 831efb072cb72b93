import { describe, expect, it } from "vitest";
import { fakeWorkspace, SMALL_PROJECT } from "../../../tests/fakes/fake-workspace.ts";
import { DONE, edit, failure, runAgent } from "../../../tests/fakes/run-agent.ts";
import { scriptedModel } from "../../../tests/fakes/scripted-model.ts";
import { runMessage } from "./run-message.ts";

describe("stopping and breaking off", () => {
  it("stops in the middle of an answer", async () => {
    const control = new AbortController();
    const stopped = {
      ...edit("careful", "careless"),
      at: { events: 4, run: () => control.abort() },
    };
    const ran = await runAgent([edit("Twelve", "Ten"), stopped], { control });
    expect(ran.last).toMatchObject({ type: "stopped", isKept: true });
    expect(ran.app()).toContain("Ten years of careful bookbinding");
  });

  it("stops right after a change that wasn’t looked at: it is taken back", async () => {
    const control = new AbortController();
    const ran = await runAgent([edit("Twelve", "Ten")], {
      control,
      onEvent: ({ type }) => type === "file" && control.abort(),
    });
    expect(ran.app()).toBe(SMALL_PROJECT["src/App.tsx"]);
    expect(ran.last).toEqual({ type: "stopped", changes: [], isKept: false });
    expect(ran.of("rolled-back")).toMatchObject([{ why: "stopped" }]);
  });

  it("leaves what the person changed meanwhile", async () => {
    const control = new AbortController();
    const ran = await runAgent([edit("Twelve", "Ten")], {
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
    const ran = await runAgent([
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
    const ran = await runAgent([
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
    const ran = await runAgent([failure(part)]);
    expect(ran.last).toMatchObject({ type: "failed", failure: part, changes: [] });
    expect(ran.files()).toEqual(SMALL_PROJECT);
  });

  it("waits for a busy provider, for a bounded time", async () => {
    const busy = failure({ retryable: true, retryAfterMs: 20_000 });
    const ran = await runAgent([busy, edit("Twelve", "Ten"), DONE]);
    expect(ran.of("waiting")).toEqual([{ type: "waiting", ms: 20_000 }]);
    expect(ran.last.type).toBe("done");
    const never = await runAgent([busy, busy, busy, busy]);
    expect(never.waited).toEqual([20_000, 20_000, 20_000]);
    expect(never.last.type).toBe("failed");
  });
});
