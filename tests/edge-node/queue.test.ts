import { randomBytes } from "node:crypto";
import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PassThrough } from "node:stream";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { startWorker, type StartedWorker } from "../../scripts/local/start-worker.ts";
import type { JobView } from "../../shared/job.ts";
import { startGemini, type GeminiStandIn } from "../stand-ins/gemini.ts";
import { buildTestWorker } from "./build-test-worker.ts";
import { freePort } from "./free-port.ts";
import { wholeEvents } from "./whole-events.ts";

let worker: StartedWorker;
let gemini: GeminiStandIn;
let folder: string;
let url: string;
/** The model answers when the test lets it. */
let letAnswer = () => {};
const mayAnswer = new Promise<void>((resolve) => {
  letAnswer = resolve;
});
let underWay = 0;
let most = 0;

beforeAll(async () => {
  const dist = await buildTestWorker();
  folder = await mkdtemp(join(tmpdir(), "cv2web-queue-"));
  gemini = await startGemini(async () => {
    underWay += 1;
    most = Math.max(most, underWay);
    await mayAnswer;
    underWay -= 1;
    return { value: { basics: { name: "Nadia Okonkwo-Reyes" } } };
  });
  const port = await freePort();
  url = `http://localhost:${port}`;
  const bindings = {
    MASTER_KEYS: `test:${randomBytes(32).toString("base64")}`,
    GEMINI_API_KEY: "stand-in",
    GEMINI_BASE_URL: gemini.url,
  };
  const log = new PassThrough();
  log.resume();
  worker = await startWorker({ port, folder, bindings, dist }, log);
});

afterAll(async () => {
  await worker?.stop();
  await gemini?.stop();
  await rm(folder, { recursive: true, force: true });
});

const FACTS = [
  "Nadia Okonkwo-Reyes",
  "nadia@okonkwo.example",
  "+44 20 7946 0958",
  "Designed the roof of the Vauxhall market hall",
];

function upload(person: string, tier: string) {
  const body = new FormData();
  const text = `${FACTS[0]}\n${FACTS[1]} | ${FACTS[2]}\n\nExperience\n\nEngineer, Harrow & Pike\n2019 – present\n- ${FACTS[3]}\n`;
  body.set("file", new File([text], `${person}.txt`));
  body.set("withModel", "true");
  return fetch(`${url}/api/cv/extract-streaming`, {
    method: "POST",
    body,
    headers: { "x-test-person": person, "x-test-tier": tier },
  });
}

/** The job's id, from the stream's first event; the stream is dropped. */
async function orderAndLeave(person: string, tier = "registered"): Promise<string> {
  const answer = await upload(person, tier);
  expect(answer.status).toBe(200);
  const reader = answer.body!.getReader();
  let text = "";
  while (!text.includes("data: ")) text += new TextDecoder().decode((await reader.read()).value);
  await reader.cancel();
  return /"jobId":"([^"]+)"/.exec(text)![1]!;
}

const ask = (person: string, path: string, method = "GET") =>
  fetch(url + path, { method, headers: { "x-test-person": person } });

const view = async (person: string, jobId: string) =>
  (await (await ask(person, `/api/jobs/${jobId}`)).json()) as JobView;

async function until(what: () => Promise<boolean>): Promise<void> {
  for (let tries = 0; !(await what()); tries += 1) {
    if (tries > 300) throw new Error("It didn’t come to that.");
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

describe("the queue", () => {
  test(
    "runs five, lets fifty wait by priority, refuses the next; a cancel frees a place; a disconnect doesn’t",
    { timeout: 120_000 },
    async () => {
      const running = await Promise.all([0, 1, 2, 3, 4].map((n) => orderAndLeave(`runs-${n}`)));
      await until(async () => underWay === 5);
      const waiting: string[] = [];
      for (let n = 0; n < 50; n += 1) waiting.push(await orderAndLeave(`waits-${n}`));

      expect(await view("waits-0", waiting[0]!)).toMatchObject({ status: "queued", position: 1 });
      const last = await view("waits-49", waiting[49]!);
      expect(last).toMatchObject({ status: "queued", position: 50 });
      expect(last.expectedWaitMs).toBeGreaterThan(0);

      const refused = await upload("refused", "premium");
      expect(refused.status).toBe(503);
      expect(Number(refused.headers.get("retry-after"))).toBeGreaterThan(0);
      expect(await refused.json()).toMatchObject({ code: "unavailable", retryable: true });

      // One who waits leaves; a premium person takes the place in the queue and goes to its head.
      await ask("waits-49", `/api/jobs/${waiting.pop()}/cancel`, "POST");
      const premium = await orderAndLeave("premium", "premium");
      expect((await view("premium", premium)).position).toBe(1);

      const cancelled = await ask("runs-0", `/api/jobs/${running[0]}/cancel`, "POST");
      expect(await cancelled.json()).toMatchObject({ status: "cancelled" });
      await until(async () => (await view("premium", premium)).status === "running");
      const events = wholeEvents(
        await (await ask("runs-0", `/api/jobs/${running[0]}/events`)).text(),
      );
      expect(events.at(-1)).toMatchObject({ type: "error", detail: { kind: "cancelled" } });

      // Nobody listens to any of them; all go on to their end.
      letAnswer();
      for (const [n, jobId] of waiting.entries()) {
        await until(async () => (await view(`waits-${n}`, jobId)).status === "complete");
      }
      expect((await view("premium", premium)).status).toBe("complete");
      expect(most).toBeLessThanOrEqual(6);
    },
  );

  test("what jobs keep on disk tells nothing of a CV", async () => {
    const entries = await readdir(folder, { recursive: true, withFileTypes: true });
    let bytes = 0;
    for (const entry of entries.filter((one) => one.isFile())) {
      const content = await readFile(join(entry.parentPath, entry.name));
      bytes += content.length;
      for (const fact of FACTS)
        expect(content.includes(fact), `${entry.name}: ${fact}`).toBe(false);
    }
    expect(bytes).toBeGreaterThan(100_000);
  });
});

describe("a job that fails on our side", { timeout: 60_000 }, () => {
  test("is tried three times, then the operator sees it and runs it again", async () => {
    // A registered person's portfolio goes to the database, and there is none here.
    const answer = await fetch(`${url}/api/portfolio/generate-streaming`, {
      method: "POST",
      body: JSON.stringify({ resume: { basics: { name: FACTS[0] } }, templateId: "folio" }),
      headers: { "x-test-person": "unlucky", "content-type": "application/json" },
    });
    const events = wholeEvents(await answer.text());
    isInOrder(events);
    expect(events.at(-1)).toMatchObject({ type: "error", detail: { kind: "unavailable" } });
    expect(events.filter(({ type }) => type === "warning")).toHaveLength(2);
    const { jobId } = events[0]!.detail as { jobId: string };
    expect((await view("unlucky", jobId)).tries).toBe(3);

    const operator = { headers: { "x-test-operator": "yes" } };
    const failed = (await (await fetch(`${url}/api/operator/failed-jobs`, operator)).json()) as {
      jobs: { jobId: string }[];
    };
    expect(failed.jobs).toMatchObject([{ jobId, kind: "portfolio-generate", tries: 3 }]);
    const path = `${url}/api/operator/failed-jobs/${jobId}/run-again`;
    expect((await fetch(path, { ...operator, method: "POST" })).status).toBe(200);
    const again = wholeEvents(
      await (await ask("unlucky", `/api/jobs/${jobId}/events?after=${events.length}`)).text(),
    );
    isInOrder([...events, ...again]);
    expect(again.at(-1)).toMatchObject({ type: "error" });
    expect((await ask("unlucky", "/api/operator/failed-jobs")).status).toBe(404);
  });
});

const isInOrder = (events: readonly { readonly id: number }[]) =>
  expect(events.map(({ id }) => id)).toEqual(events.map((_, index) => index + 1));
