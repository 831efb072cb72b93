import { expect, test } from "vitest";
import type { JobEvent } from "../../shared/job.ts";
import { followJob } from "./follow-job.ts";
import { openClient } from "./open-client.ts";

const all: JobEvent[] = [
  ["step", "queue"],
  ["step", "read"],
  ["progress", "read"],
  ["complete", "read"],
].map(([type, step], at) => ({
  id: at + 1,
  type: type as JobEvent["type"],
  at: 1,
  step: step!,
  progress: at * 25,
  message: "m",
  duration: 0,
  ...(at === 0 ? { detail: { jobId: "j1", position: 1, expectedWaitMs: 0 } } : {}),
}));

/** A server whose connections each bring so many events and break. */
function serverThatCutsAfter(most: number) {
  const asked: string[] = [];
  const client = openClient({
    origin: "http://localhost",
    newRequestId: () => "r",
    send: async (request) => {
      const after = Number(request.headers.get("last-event-id") ?? 0);
      asked.push(`${request.method} ${new URL(request.url).pathname} ${after}`);
      const text = all
        .slice(after, after + most)
        .map((event) => `id: ${event.id}\nevent: ${event.type}\ndata: ${JSON.stringify(event)}\n\n`)
        .join("");
      return new Response(text, { headers: { "content-type": "text/event-stream" } });
    },
  });
  return { client, asked };
}

const order = () => new Request("http://localhost/api/cv/extract-streaming", { method: "POST" });
const at = { chance: () => 0, wait: async () => undefined };

test("a job that is ordered is taken up by its own id where the connection broke", async () => {
  const { client, asked } = serverThatCutsAfter(2);
  const seen: number[] = [];
  const onEvent = ({ id }: JobEvent) => void seen.push(id);
  expect((await followJob(client, { order }, { ...at, onEvent })).ok).toBe(true);
  expect(seen).toEqual([1, 2, 3, 4]);
  expect(asked).toEqual(["POST /api/cv/extract-streaming 0", "GET /api/jobs/j1/events 2"]);
});

test("a job known from before a reload tells everything again, without being ordered", async () => {
  const { client, asked } = serverThatCutsAfter(9);
  const seen: number[] = [];
  const onEvent = ({ id }: JobEvent) => void seen.push(id);
  expect((await followJob(client, { jobId: "j1" }, { ...at, onEvent })).ok).toBe(true);
  expect(seen).toEqual([1, 2, 3, 4]);
  expect(asked).toEqual(["GET /api/jobs/j1/events 0"]);
});
