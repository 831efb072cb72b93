import { expect, test } from "vitest";
import { createTrace } from "./trace.ts";

interface Exported {
  resourceSpans: {
    scopeSpans: {
      spans: { name: string; spanId: string; parentSpanId?: string; traceId: string }[];
    }[];
  }[];
}

const CORRELATION = {
  requestId: "request-1",
  traceId: "4bf92f3577b34da6a3ce929d0e0e4736",
  spanId: "a2fb4a1d1a96d312",
  parentId: "00f067aa0ba902b7",
};

function tracing(endpoint?: string) {
  const sent: Request[] = [];
  const waiting: Promise<unknown>[] = [];
  const afterAnswer = (work: Promise<unknown>) => void waiting.push(work);
  const send = async (request: Request) => void sent.push(request);
  const trace = createTrace(endpoint, CORRELATION, afterAnswer, send);
  return { trace, sent, settled: () => Promise.all(waiting) };
}

test("work inside work is a span below a span, sent once, with the request’s id", async () => {
  const { trace, sent, settled } = tracing("https://collector.example/");
  const answer = await trace("request", { route: "/a" }, async () => {
    await Promise.all([trace("read", {}, async () => 1), trace("write", {}, async () => 2)]);
    return "done";
  });
  await settled();
  expect(answer).toBe("done");
  expect(sent.map(({ url }) => url)).toEqual(["https://collector.example/v1/traces"]);
  const text = await sent[0]!.text();
  expect(text).toContain("request-1");
  const spans = (JSON.parse(text) as Exported).resourceSpans[0]!.scopeSpans[0]!.spans;
  const root = spans.find(({ name }) => name === "request")!;
  expect(spans.map(({ name }) => name).toSorted()).toEqual(["read", "request", "write"]);
  expect(spans.filter(({ parentSpanId }) => parentSpanId === root.spanId)).toHaveLength(2);
  expect(root).toMatchObject({ spanId: CORRELATION.spanId, parentSpanId: CORRELATION.parentId });
  expect(new Set(spans.map(({ traceId }) => traceId))).toEqual(new Set([CORRELATION.traceId]));
});

test("work that throws throws on; its span says what failed, not the words", async () => {
  const { trace, sent, settled } = tracing("https://collector.example");
  await expect(trace("request", {}, () => Promise.reject(new Error("away")))).rejects.toThrow(
    "away",
  );
  await settled();
  const text = await sent[0]!.text();
  expect(text).toContain('"message":"Error"');
  expect(text).not.toContain("away");
});

test("nothing is sent where nothing is configured", async () => {
  const { trace, sent, settled } = tracing();
  expect(await trace("request", {}, async () => 1)).toBe(1);
  await settled();
  expect(sent).toEqual([]);
});
