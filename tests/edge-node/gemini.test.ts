import { randomBytes } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PassThrough } from "node:stream";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { startWorker, type StartedWorker } from "../../scripts/local/start-worker.ts";
import type { JobEvent } from "../../shared/job.ts";
import type { CvExtraction } from "../../shared/job-result.ts";
import { startGemini, type GeminiAnswer, type GeminiStandIn } from "../stand-ins/gemini.ts";
import { buildTestWorker } from "./build-test-worker.ts";
import { freePort } from "./free-port.ts";
import { wholeEvents } from "./whole-events.ts";

let worker: StartedWorker;
let gemini: GeminiStandIn;
let folder: string;
let url: string;
let answers: (call: number) => GeminiAnswer = () => ({ status: 503 });
let asked = 0;

beforeAll(async () => {
  const dist = await buildTestWorker();
  folder = await mkdtemp(join(tmpdir(), "cv2web-gemini-"));
  gemini = await startGemini(() => answers(++asked));
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

beforeEach(() => {
  asked = 0;
});

const cvOf = (name: string) => `${name}
Structural engineer
nadia@okonkwo.example

Experience

Structural engineer, Harrow & Pike
March 2019 – present
- Designed the roof of the Vauxhall market hall
`;

async function extract(
  person: string,
  name: string,
  options: { tier?: string; consent?: boolean } = {},
) {
  const body = new FormData();
  body.set("file", new File([cvOf(name)], "cv.txt"));
  if (options.consent !== false) body.set("withModel", "true");
  const answer = await fetch(`${url}/api/cv/extract-streaming`, {
    method: "POST",
    body,
    headers: { "x-test-person": person, "x-test-tier": options.tier ?? "registered" },
  });
  const events: JobEvent[] = wholeEvents(await answer.text());
  return { events, result: events.at(-1)!.detail as CvExtraction };
}

const read = (name: string) => ({
  value: {
    basics: {
      name,
      label: "Structural engineer",
      email: "nadia@okonkwo.example",
      phone: "+1 555 0100",
    },
    work: [
      {
        name: "Harrow & Pike",
        position: "Structural engineer",
        startDate: "2019-03",
        highlights: ["Designed the roof of the Vauxhall market hall", "Saved 2 million pounds"],
      },
      { name: "Invented Ltd", position: "Chief wizard" },
    ],
  },
});

const modelWarnings = (events: readonly JobEvent[]) =>
  events.filter(({ type, step }) => type === "warning" && step === "model");

describe("reading with Gemini", () => {
  test("keeps what the document holds and proposes the rest, which is off", async () => {
    answers = () => read("Nadia Okonkwo-Reyes");
    const { result, events } = await extract("checked", "Nadia Okonkwo-Reyes");
    expect(modelWarnings(events)).toEqual([]);
    expect(result.source).toBe("model");
    expect(result.resume.basics).toMatchObject({ name: "Nadia Okonkwo-Reyes" });
    expect(result.resume.basics?.phone).toBeUndefined();
    expect(result.resume.work).toHaveLength(1);
    expect(result.resume.work?.[0]?.highlights).toHaveLength(1);
    expect(result.proposals.map(({ pointer }) => pointer).sort()).toEqual([
      "/basics/phone",
      "/work/-",
      "/work/0/highlights/-",
    ]);
    expect(result.evidence.find(({ pointer }) => pointer === "/work/0/startDate")).toBeDefined();
    const call = gemini.calls.at(-1)!;
    expect(call.schema).toMatchObject({ type: "object" });
    expect(call.requestId).toMatch(/./);
    expect(call.text).toContain("Vauxhall");
  });

  test("is not done without consent", async () => {
    answers = () => read("Consent Less");
    const before = gemini.calls.length;
    const { result } = await extract("consent", "Consent Less", { consent: false });
    expect(result.source).toBe("rules");
    expect(gemini.calls).toHaveLength(before);
  });

  test("of the same file asks the model once", async () => {
    answers = () => read("Same File");
    await extract("cached", "Same File");
    const { result } = await extract("cached", "Same File");
    expect(result).toMatchObject({ fromCache: true, source: "model" });
    expect(asked).toBe(1);
  });

  test("goes on after the model was overloaded twice", async () => {
    answers = (call) => (call < 3 ? { status: 503 } : read("Third Time"));
    const { result } = await extract("again", "Third Time");
    expect(result.source).toBe("model");
    expect(asked).toBe(3);
  });

  test("is limited to three a day for an address without an account, however many sessions", async () => {
    answers = () => read("Any One");
    const sources: string[] = [];
    for (let n = 0; n < 4; n += 1) {
      const { result, events } = await extract(`anonymous-${n}`, `Any One ${n}`, {
        tier: "anonymous",
      });
      sources.push(result.source);
      if (n === 3) expect(modelWarnings(events)[0]?.message).toContain("used up");
    }
    expect(sources).toEqual(["model", "model", "model", "rules"]);
  });

  test("falls back on the rules and says so; a failed call costs no quota; then the breaker opens", async () => {
    answers = () => ({ status: 503 });
    const { result, events } = await extract("fallback", "Fall Back");
    expect(result.source).toBe("rules");
    expect(result.resume.basics?.name).toBe("Fall Back");
    expect(modelWarnings(events)[0]?.message).toContain("The rules alone");
    const usage = await fetch(`${url}/api/usage`, {
      headers: { "x-test-person": "fallback", "x-test-tier": "registered" },
    });
    const { meters } = (await usage.json()) as { meters: { id: string; used: number }[] };
    expect(meters.find(({ id }) => id === "ai-extractions")?.used).toBe(0);
    await extract("fallback-2", "Fall Back Two");
    const before = asked;
    const third = await extract("fallback-3", "Fall Back Three");
    expect(third.result.source).toBe("rules");
    expect(asked).toBe(before);
  });
});

const liveKey = process.env.GEMINI_API_KEY;
describe.skipIf(!liveKey)("Gemini itself", () => {
  test("reads a CV", { timeout: 90_000 }, async () => {
    const { geminiModel } = await import("../../edge/model/gemini.ts");
    const { RESUME_ANSWER } = await import("../../edge/cv/resume-answer-schema.ts");
    const answer = await geminiModel({
      apiKey: liveKey!,
      name: process.env.GEMINI_MODEL ?? "gemini-2.5-flash",
      baseUrl: undefined,
      requestId: "live-test",
      outbound: {
        call: async (work) => ({ ok: true, value: await work(AbortSignal.timeout(60_000)) }),
        state: () => "closed",
      },
    }).ask(
      {
        instruction: "Give the facts of this CV as JSON Resume, word for word.",
        text: cvOf("Nadia Okonkwo-Reyes"),
        schema: RESUME_ANSWER,
        mostTokens: 4_096,
      },
      AbortSignal.timeout(60_000),
    );
    expect(answer).toMatchObject({
      ok: true,
      value: { value: { basics: { name: "Nadia Okonkwo-Reyes" } } },
    });
  });
});
