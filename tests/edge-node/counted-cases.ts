import { expect, test, vi } from "vitest";
import { aiUsageSchema } from "../../shared/api/ai-usage.ts";
import type { Tier } from "../../shared/limits.ts";
import type { AnthropicAnswer, AnthropicCall } from "../stand-ins/anthropic.ts";
import type { somebodyWhoTalks } from "./somebody-who-talks.ts";

/** What is counted of calls, for a worker that runs already. */
export function countedCases(given: {
  readonly somebody: (tier?: Tier) => ReturnType<typeof somebodyWhoTalks>;
  readonly callsWith: (text: string) => readonly AnthropicCall[];
  readonly answers: Map<string, (call: AnthropicCall) => AnthropicAnswer>;
}): void {
  test("an edit is priced beside the whole file that it stands for", async () => {
    const ada = await given.somebody();
    const edit = { path: "src/a.css", old: "o".repeat(50), new: "n".repeat(50) };
    const use = (id: string, name: string, input: object) => ({
      role: "assistant",
      content: [{ type: "tool_use", id, name, input }],
    });
    given.answers.set("Whole", () => ({
      blocks: [{ tool: "edit_file", json: JSON.stringify(edit) }],
    }));
    const messages = [
      { role: "user", content: "Whole" },
      use("r", "read_file", { path: edit.path }),
      {
        role: "user",
        content: [{ type: "tool_result", tool_use_id: "r", content: "x".repeat(7_100) }],
      },
    ];
    await (await ada.say("", { messages })).text();
    const usage = await vi.waitFor(async () => {
      const now = aiUsageSchema.parse(await (await ada.call("GET", "/api/ai/usage")).json());
      expect(now.total.calls).toBe(1);
      return now;
    });
    // 7,000 letters more are 2,000 tokens of output at $10 a million.
    const { uncachedDollars, wholeFilesDollars, unpricedCalls } = usage.total;
    expect(wholeFilesDollars - uncachedDollars).toBeCloseTo(0.02);
    expect(unpricedCalls).toBe(0);
  });

  test("fifty calls at once that fail all end", async () => {
    const ada = await given.somebody("premium");
    given.answers.set("All fail", () => ({ status: 500, type: "api_error" }));
    const all = await Promise.all(Array.from({ length: 50 }, () => ada.say("All fail")));
    for (const answer of all) {
      expect(answer.status).toBe(503);
      expect(await answer.json()).toMatchObject({ code: "unavailable", retryable: true });
    }
    // The breaker spares it: not 150 calls.
    expect(given.callsWith("All fail").length).toBeLessThan(100);
    expect((await ada.meter("ai-tokens")).used).toBe(0);
  });
}
