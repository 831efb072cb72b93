import { describe, expect, test } from "vitest";
import { count, type MetricsDelta } from "../domain/metrics.ts";
import { createCollector } from "./collect.ts";

function collecting() {
  const sent: MetricsDelta[] = [];
  const collector = createCollector();
  const send = async (delta: MetricsDelta) => void sent.push(delta);
  return { collector, sent, send };
}

describe("a collector", () => {
  test("sends a batch, then waits five seconds for the next", async () => {
    const { collector, sent, send } = collecting();
    count(collector.delta, "mail_total", { outcome: "sent" });
    await collector.sendIfDue(10_000, send);
    count(collector.delta, "mail_total", { outcome: "sent" });
    await collector.sendIfDue(14_999, send);
    expect(sent).toHaveLength(1);
    await collector.sendIfDue(15_000, send);
    expect(sent).toEqual([
      { 'mail_total{outcome="sent"}': 1 },
      { 'mail_total{outcome="sent"}': 1 },
    ]);
  });

  test("keeps what couldn’t be sent", async () => {
    const { collector, sent, send } = collecting();
    count(collector.delta, "mail_total");
    await collector.sendNow(0, () => Promise.reject(new Error("away")));
    count(collector.delta, "mail_total");
    await collector.sendNow(0, send);
    expect(sent).toEqual([{ mail_total: 2 }]);
  });
});
