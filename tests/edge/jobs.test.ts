import { env } from "cloudflare:workers";
import { describe, expect, test } from "vitest";
import type { Caller } from "../../edge/caller.ts";
import type { Env } from "../../edge/env.ts";
import { jobEventSchema, type JobEvent, type JobView } from "../../shared/job.ts";
import type { CvExtraction, GeneratedPortfolio } from "../../shared/job-result.ts";
import { addPerson, appAs } from "./people.ts";

const HOST = "http://localhost:8787";
const CV = `Nadia Okonkwo-Reyes
Structural engineer
nadia@okonkwo.example | +44 20 7946 0958

Experience

Structural engineer, Harrow & Pike
March 2019 – present
- Designed the roof of the Vauxhall market hall
`;

const extract = (text: string, fields: Record<string, string> = {}, headers = {}) => {
  const body = new FormData();
  body.set("file", new File([text], "cv.txt", { type: "text/plain" }));
  for (const [name, value] of Object.entries(fields)) body.set(name, value);
  return new Request(`${HOST}/api/cv/extract-streaming`, { method: "POST", body, headers });
};

const post = (path: string, body: unknown) =>
  new Request(HOST + path, {
    method: "POST",
    body: JSON.stringify(body),
    headers: { "content-type": "application/json" },
  });

const eventsOf = (text: string): JobEvent[] =>
  [...text.matchAll(/^id: (\d+)\nevent: (\w+)\ndata: (.*)$/gm)].map(([, id, type, json]) => {
    const event = jobEventSchema.parse(JSON.parse(json!));
    expect([String(event.id), event.type]).toEqual([id, type]);
    return event;
  });

async function someone(tier: Caller["tier"] = "registered") {
  const caller = await addPerson(tier);
  return { caller, call: appAs(caller) };
}

describe("reading a CV on the server", () => {
  test("streams numbered events, the first with the job's id, the last with the résumé", async () => {
    const { call } = await someone();
    const answer = await call(extract(CV));
    expect(answer.status).toBe(200);
    expect(answer.headers.get("content-type")).toBe("text/event-stream");
    expect(answer.headers.get("ratelimit-limit")).not.toBeNull();
    const events = eventsOf(await answer.text());
    expect(events.map(({ id }) => id)).toEqual(events.map((_, index) => index + 1));
    expect(events[0]).toMatchObject({ step: "queue", detail: { jobId: expect.any(String) } });
    const last = events.at(-1)!;
    expect(last).toMatchObject({ type: "complete", progress: 100 });
    const { resume, source } = last.detail as CvExtraction;
    expect(source).toBe("rules");
    expect(resume.basics).toMatchObject({
      name: "Nadia Okonkwo-Reyes",
      email: "nadia@okonkwo.example",
    });
    expect(resume.work?.[0]).toMatchObject({ name: "Harrow & Pike", startDate: "2019-03" });
  });

  test("goes on from any event, each once", async () => {
    const { call } = await someone();
    const all = eventsOf(await (await call(extract(CV))).text());
    const { jobId } = all[0]!.detail as { jobId: string };
    for (let after = 0; after <= all.length; after += 1) {
      const again = await call(
        new Request(`${HOST}/api/jobs/${jobId}/events`, {
          headers: { "last-event-id": String(after) },
        }),
      );
      expect(eventsOf(await again.text())).toEqual(all.slice(after));
    }
  });

  test("of the same file is taken from the cache", async () => {
    const { call } = await someone();
    await (await call(extract(CV))).text();
    const again = eventsOf(await (await call(extract(CV))).text());
    expect(again.at(-1)!.detail).toMatchObject({ fromCache: true });
    const other = await someone();
    const theirs = eventsOf(await (await other.call(extract(CV))).text());
    expect(theirs.at(-1)!.detail).toMatchObject({ fromCache: false });
  });

  test("that can't be done ends with one clear error", async () => {
    const { call } = await someone();
    const events = eventsOf(await (await call(extract("GIF89a not a CV"))).text());
    expect(events.at(-1)).toMatchObject({
      type: "error",
      detail: { kind: "wrong-type", retryable: false },
    });
  });

  test("with an idempotency key makes one job, however often it is sent", async () => {
    const { call } = await someone();
    const headers = { "idempotency-key": "one-upload-1" };
    const answers = await Promise.all([1, 2, 3].map(() => call(extract(CV, {}, headers))));
    const logs = await Promise.all(answers.map(async (answer) => eventsOf(await answer.text())));
    expect(logs[1]).toEqual(logs[0]);
    expect(logs[2]).toEqual(logs[0]);
  });

  test("belongs to its person: to others the job doesn't exist", async () => {
    const { call } = await someone();
    const events = eventsOf(await (await call(extract(CV))).text());
    const { jobId } = events[0]!.detail as { jobId: string };
    const other = await someone();
    for (const path of [
      `/api/jobs/${jobId}`,
      `/api/cv/status/${jobId}`,
      `/api/cv/download/${jobId}`,
    ])
      expect((await other.call(new Request(HOST + path))).status, path).toBe(404);
    expect((await call(new Request(`${HOST}/api/cv/status/${jobId}`))).status).toBe(200);
    const markdown = await call(new Request(`${HOST}/api/cv/download/${jobId}?format=markdown`));
    expect(await markdown.text()).toContain("# Nadia Okonkwo-Reyes");
  });

  test("warns and reads by the rules when no model is configured", async () => {
    const { call } = await someone();
    const events = eventsOf(await (await call(extract(CV, { withModel: "true" }))).text());
    expect(events.some(({ type, step }) => type === "warning" && step === "model")).toBe(true);
    expect(events.at(-1)!.detail).toMatchObject({ source: "rules" });
  });
});

describe("a résumé", () => {
  test("is looked at by the rules", async () => {
    const { call } = await someone();
    const view = (await (
      await call(post("/api/cv/analyze", { resume: { basics: { name: "Ada" } } }))
    ).json()) as JobView;
    expect(view.status).toBe("complete");
    expect((view.result as { findings: unknown[] }).findings.length).toBeGreaterThan(0);
  });

  test("is made of a few answers", async () => {
    const { call } = await someone();
    const answers = {
      name: "Rui Almeida",
      role: "Wedding photographer",
      place: "Porto",
      experience: "Photographer, Casa da Luz, 2016 – 2024",
      skills: "Portraits, Lightroom",
    };
    const view = (await (await call(post("/api/cv/generate", { answers }))).json()) as JobView;
    expect(view).toMatchObject({
      status: "complete",
      result: {
        source: "rules",
        resume: { basics: { name: "Rui Almeida", label: "Wedding photographer" } },
      },
    });
  });
});

describe("a portfolio made on the server", () => {
  const body = { resume: { basics: { name: "Nadia Okonkwo-Reyes" } }, templateId: "folio" };

  test("is checked, kept in the account and can be taken away", async () => {
    const { call } = await someone();
    const events = eventsOf(
      await (await call(post("/api/portfolio/generate-streaming", body))).text(),
    );
    const last = events.at(-1)!;
    expect(last.type, JSON.stringify(last)).toBe("complete");
    const { portfolioId, download, checked } = last.detail as GeneratedPortfolio;
    expect(checked.length).toBeGreaterThan(3);
    const kept = await call(new Request(`${HOST}/api/portfolios/${portfolioId}`));
    expect(await kept.json()).toMatchObject({ name: "Nadia Okonkwo-Reyes", templateId: "folio" });
    const usage = (await (await call(new Request(`${HOST}/api/usage`))).json()) as {
      meters: { id: string; used: number }[];
    };
    expect(usage.meters.find(({ id }) => id === "storage-bytes")?.used).toBeGreaterThan(10_000);
    const zip = new Uint8Array(await (await call(new Request(HOST + download))).arrayBuffer());
    expect([zip[0], zip[1]]).toEqual([0x50, 0x4b]);
  });

  test("without an account is kept with its job, and says so", async () => {
    const { call } = await someone("anonymous");
    const events = eventsOf(
      await (await call(post("/api/portfolio/generate-streaming", body))).text(),
    );
    expect(events.some(({ type }) => type === "warning")).toBe(true);
    expect(events.at(-1)!.detail).toMatchObject({ portfolioId: null });
  });
});

describe("components that a model would write", () => {
  test("without one the template’s own stay, and each says why", async () => {
    const { call } = await someone();
    const body = {
      resume: { basics: { name: "Nadia Okonkwo-Reyes" }, skills: [{ name: "Timber" }] },
      templateId: "folio",
      ai_components: ["skills", "gallery"],
    };
    const events = eventsOf(
      await (await call(post("/api/portfolio/generate-streaming", body))).text(),
    );
    expect(events.at(-1)!.type).toBe("complete");
    expect(events.flatMap(({ type, message }) => (type === "warning" ? message : []))).toEqual([
      "The template’s own part “Skills” stays: no model is configured here.",
      "The template’s own part “Gallery” stays: the résumé has nothing for it.",
    ]);
  });

  test("one that isn’t known is refused", async () => {
    const { call } = await someone();
    const body = { resume: {}, templateId: "folio", ai_components: ["footer"] };
    expect((await call(post("/api/portfolio/generate-streaming", body))).status).toBe(400);
  });
});

describe("quotas", () => {
  test("100 calls at the same time against a quota of 10 let exactly 10 through", async () => {
    const quota = (env as unknown as Env).PERSON_QUOTA.getByName("person:hundred");
    const answers = await Promise.all(
      Array.from({ length: 100 }, (_, n) =>
        quota.reserve("ai-extractions", { id: `act-${n}`, amount: 1, tier: "registered" }),
      ),
    );
    expect(answers.filter(({ allowed }) => allowed)).toHaveLength(10);
  });

  test("100 requests at the same time against a bucket of 30 let exactly 30 through", async () => {
    const quota = (env as unknown as Env).PERSON_QUOTA.getByName("address:hundred");
    const answers = await Promise.all(
      Array.from({ length: 100 }, () => quota.takeRate("anonymous", 1)),
    );
    expect(answers.filter(({ allowed }) => allowed)).toHaveLength(30);
  });

  test("are shown with what is left", async () => {
    const { call } = await someone();
    await (await call(extract(CV))).text();
    const usage = (await (await call(new Request(`${HOST}/api/usage`))).json()) as {
      meters: { id: string; used: number; limit: number | null }[];
    };
    expect(usage.meters.find(({ id }) => id === "uploads")).toMatchObject({ used: 1, limit: null });
  });
});
