import { readFile } from "node:fs/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import { fromRoot } from "../../scripts/paths.ts";
import { jobEventSchema, type JobEvent } from "../../shared/job.ts";
import type { CvExtraction } from "../../shared/job-result.ts";
import { readEvents } from "../../web/api/read-events.ts";
import { startCuttingProxy, type CuttingProxy } from "./cutting-proxy.ts";
import { runEdge, type RunningEdge } from "./run-edge.ts";
import { seeded } from "./seeded.ts";
import { signUp, visitor } from "./sign-up.ts";

const CUTS = 20;

let edge: RunningEdge;
let proxy: CuttingProxy;
let connections = 0;
/** The head of an answer alone has some 600 bytes: a cut may fall into it, into an event, or between two. */
const random = seeded(4);

beforeAll(async () => {
  edge = await runEdge();
  const { port } = new URL(edge.url);
  proxy = await startCuttingProxy(
    () => Number(port),
    () => ((connections += 1) <= CUTS ? 300 + Math.floor(random() * 900) : null),
  );
});
afterAll(async () => {
  await proxy?.stop();
  await edge?.stop();
});

test("the app’s reader gets each event of a job once and in order, through twenty cuts", async () => {
  const ada = visitor(edge, 1);
  expect((await signUp(edge, ada)).status).toBe(200);
  const body = new FormData();
  const cv = await readFile(fromRoot("tests/fixtures/cv/two-page.pdf"));
  body.set("file", new File([cv], "two-page.pdf"));
  const ordered = await ada.send(
    new Request(`${edge.url}/api/cv/extract-streaming`, { method: "POST", body }),
  );
  const reader = ordered.body!.getReader();
  let head = "";
  while (!head.includes("jobId")) head += new TextDecoder().decode((await reader.read()).value);
  await reader.cancel();
  const jobId = /"jobId":"([^"]+)"/.exec(head)![1]!;

  const events: JobEvent[] = [];
  let lost = 0;
  const ended = await readEvents({
    send: async (request) => {
      // Through the proxy; the worker looks at the host, which stays.
      const url = new URL(request.url);
      url.port = String(proxy.port);
      return ada.send(new Request(url, request));
    },
    requestAfter: (last) =>
      new Request(`${edge.url}/api/jobs/${jobId}/events`, {
        headers: last > 0 ? { "last-event-id": String(last) } : {},
      }),
    onEvent: ({ data }) => {
      const event = jobEventSchema.parse(JSON.parse(data));
      events.push(event);
      return event.type === "complete" || event.type === "error" ? "end" : "more";
    },
    onConnection: (state) => (lost += state === "lost" ? 1 : 0),
    tries: CUTS,
    chance: () => 0,
  });
  expect(ended).toEqual({ ok: true, value: undefined });
  expect(proxy.cuts()).toBe(CUTS);
  expect(lost).toBe(CUTS);
  expect(events.map(({ id }) => id)).toEqual(events.map((_, index) => index + 1));
  expect(events.at(-1)!.type).toBe("complete");
  expect((events.at(-1)!.detail as CvExtraction).resume.basics?.name).toMatch(/Sandoval/i);
  expect(events.filter(({ type }) => type === "complete")).toHaveLength(1);
});
