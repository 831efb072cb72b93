import { describe, expect, it } from "vitest";
import { SMALL_PROJECT } from "../../../tests/fakes/fake-workspace.ts";
import { DONE, edit, runAgent } from "../../../tests/fakes/run-agent.ts";
import { call } from "../../../tests/fakes/scripted-model.ts";
import { AGENT_LIMITS } from "../../limits.ts";

describe("a message to the agent", () => {
  it("changes a site in one edit, and says it is done when that was seen", async () => {
    const ran = await runAgent([{ text: "I’ll do that.", ...edit("Twelve", "Thirteen") }, DONE]);
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
    const ran = await runAgent([
      call("read_file", { path: "src/App.tsx" }),
      { text: "It is a page." },
    ]);
    expect(ran.last).toEqual({ type: "done", facts: [], changes: [], isKept: false });
    expect(ran.kept).toEqual([]);
    expect(ran.of("build")).toEqual([]);
  });

  it("ends at ten turns, and keeps what works", async () => {
    const steps = Array.from({ length: AGENT_LIMITS.turns }, (_, at) =>
      edit(at === 0 ? "Twelve" : `N${at - 1}`, `N${at}`),
    );
    const ran = await runAgent(steps);
    expect(ran.requests).toHaveLength(AGENT_LIMITS.turns);
    expect(ran.last).toMatchObject({
      type: "failed",
      failure: { kind: "too-large" },
      isKept: true,
    });
    expect(ran.app()).toContain("N9");
  });

  it("sends a broken tool call back as an error, and goes on", async () => {
    const ran = await runAgent([
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
