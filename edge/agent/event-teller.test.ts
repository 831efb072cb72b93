import { expect, test } from "vitest";
import type { AgentEvent } from "../../shared/agent/loop/events.ts";
import { openEventTeller } from "./event-teller.ts";

test("words that come while one is written down are one event; order stays", async () => {
  const written: AgentEvent[] = [];
  let go = () => {};
  const first = new Promise<void>((resolve) => (go = resolve));
  const teller = openEventTeller(async (event) => {
    if (written.length === 0) await first;
    written.push(event);
  });
  for (const delta of ["One", " two", " three"]) teller.tell({ type: "text", delta });
  teller.tell({ type: "thinking" });
  teller.tell({ type: "text", delta: "Four" });
  go();
  await teller.told();
  expect(written).toEqual([
    { type: "text", delta: "One" },
    { type: "text", delta: " two three" },
    { type: "thinking" },
    { type: "text", delta: "Four" },
  ]);
});
