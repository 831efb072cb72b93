import { execFileSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { PassThrough } from "node:stream";
import { unzipSync } from "fflate";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { fromRoot } from "../../scripts/paths.ts";
import { loadPdfEngineInNode } from "../../scripts/cv/pdf-engine-in-node.ts";
import { extractResume } from "../../shared/cv/extract-resume.ts";
import { readCv } from "../../web/cv/read/read-cv.ts";
import { startWorker, type StartedWorker } from "../../scripts/local/start-worker.ts";
import type { JobEvent } from "../../shared/job.ts";
import type { CvExtraction, GeneratedPortfolio } from "../../shared/job-result.ts";
import { buildTestWorker } from "./build-test-worker.ts";
import { freePort } from "./free-port.ts";
import { wholeEvents } from "./whole-events.ts";

let worker: StartedWorker;
let folder: string;
let url: string;

beforeAll(async () => {
  const dist = await buildTestWorker();
  folder = await mkdtemp(join(tmpdir(), "cv2web-jobs-"));
  const port = await freePort();
  url = `http://localhost:${port}`;
  const bindings = { MASTER_KEYS: `test:${randomBytes(32).toString("base64")}` };
  const log = new PassThrough();
  log.resume();
  worker = await startWorker({ port, folder, bindings, dist }, log);
});

afterAll(async () => {
  await worker?.stop();
  await rm(folder, { recursive: true, force: true });
});

const as = (person: string) => ({ "x-test-person": person });
const fixture = (name: string) => readFile(fromRoot("tests/fixtures/cv", name));

async function extract(person: string, name: string, key: string): Promise<Response> {
  const body = new FormData();
  body.set("file", new File([await fixture(name)], name));
  return fetch(`${url}/api/cv/extract-streaming`, {
    method: "POST",
    body,
    headers: { ...as(person), "idempotency-key": key },
  });
}

/** Reads until the end, or until `enough` says so; a connection that breaks gives what came. */
async function readSome(answer: Response, enough: (text: string) => boolean): Promise<string> {
  const decoder = new TextDecoder();
  const reader = answer.body!.getReader();
  let text = "";
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return text;
      text += decoder.decode(value, { stream: true });
      if (enough(text)) {
        await reader.cancel();
        return text;
      }
    }
  } catch {
    return text;
  }
}

async function untilAnswered<T>(ask: () => Promise<T>): Promise<T> {
  for (let tries = 0; ; tries += 1) {
    try {
      return await ask();
    } catch (error) {
      if (tries > 200) throw error;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
}

const eventsFrom = (person: string, jobId: string, after: number) =>
  untilAnswered(async () => {
    const answer = await fetch(`${url}/api/jobs/${jobId}/events`, {
      headers: { ...as(person), "last-event-id": String(after) },
    });
    if (!answer.ok) throw new Error(String(answer.status));
    return answer;
  });

const isGapless = (events: readonly JobEvent[]) =>
  expect(events.map(({ id }) => id)).toEqual(events.map((_, index) => index + 1));

describe("reading CVs on the built worker", () => {
  test("gives what the browser gives, each in under 5 s", { timeout: 60_000 }, async () => {
    for (const name of ["two-page.pdf", "two-column.pdf", "chinese.pdf", "german.pdf", "cv.docx"]) {
      const startedAt = performance.now();
      const answer = await extract("reader", name, `read-${name}`.replace(".", "_"));
      const last = wholeEvents(await answer.text()).at(-1)!;
      const ms = performance.now() - startedAt;
      expect(last.type, `${name}: ${last.message}`).toBe("complete");
      const bytes = new Uint8Array(await fixture(name));
      const document = await readCv({ name, bytes }, loadPdfEngineInNode);
      const expected = document.ok ? extractResume(document.value).resume : null;
      expect((last.detail as CvExtraction).resume, name).toEqual(expected);
      expect(ms, name).toBeLessThan(5_000);
    }
  });

  test("says what is wrong with files that can’t be read", async () => {
    for (const [name, kind] of [
      ["encrypted.pdf", "encrypted"],
      ["corrupt.pdf", "corrupt"],
      ["51-pages.pdf", "too-many-pages"],
      ["scanned.pdf", "no-text"],
      ["bomb.docx", "zip-bomb"],
    ] as const) {
      const events = wholeEvents(await (await extract("reader", name, `bad-${kind}`)).text());
      expect(events.at(-1), name).toMatchObject({ type: "error", detail: { kind } });
    }
  });
});

describe("a stream", () => {
  test("cut 20 times at random gives every event once, in order", { timeout: 60_000 }, async () => {
    let text = await readSome(
      await extract("cutter", "two-page.pdf", "cut-20-times"),
      (t) => t.length > 300,
    );
    const events = wholeEvents(text);
    const { jobId } = events[0]!.detail as { jobId: string };
    for (let cut = 0; cut < 20; cut += 1) {
      const bytes = 1 + Math.floor(Math.random() * 500);
      const answer = await eventsFrom("cutter", jobId, events.length);
      text = await readSome(answer, (t) => t.length >= bytes);
      // What came beyond the cut in the same packet is lost too, as a dropped connection loses it.
      events.push(...wholeEvents(text.slice(0, bytes)));
      isGapless(events);
    }
    events.push(...wholeEvents(await (await eventsFrom("cutter", jobId, events.length)).text()));
    isGapless(events);
    expect(events.at(-1)!.type).toBe("complete");
    expect(events.filter(({ type }) => type === "complete")).toHaveLength(1);
  });
});

describe("the worker killed in the middle of jobs", () => {
  test(
    "loses nothing that was acknowledged and doubles nothing",
    { timeout: 120_000 },
    async () => {
      const names = [
        "two-page.pdf",
        "two-column.pdf",
        "german.pdf",
        "french.pdf",
        "chinese.pdf",
        "cv.docx",
        "linkedin-profile.pdf",
        "cv.md",
      ];
      const jobs = names.map((name, n) => ({
        name,
        person: `killed-${n}`,
        key: `killed-job-${n}`,
      }));
      let seen = 0;
      const kill = () => {
        seen += 1;
        if (seen === 4) process.kill(-worker.groupId(), "SIGKILL");
      };
      const firsts = await Promise.all(
        jobs.map(async ({ person, name, key }) => {
          try {
            const answer = await extract(person, name, key);
            let told = false;
            const text = await readSome(answer, (t) => {
              if (!told && /^id: 2$/m.test(t)) {
                told = true;
                kill();
              }
              return false;
            });
            return wholeEvents(text);
          } catch {
            return [];
          }
        }),
      );
      expect(seen).toBeGreaterThanOrEqual(4);
      for (const [n, { person, name, key }] of jobs.entries()) {
        const first = firsts[n]!;
        // The client sends the same order again: it doesn't know whether the first was taken.
        const again = await untilAnswered(() => extract(person, name, key));
        const whole = wholeEvents(await again.text());
        isGapless(whole);
        expect(whole.slice(0, first.length)).toEqual(first);
        expect(whole.at(-1)!.type, `${name}: ${whole.at(-1)!.message}`).toBe("complete");
        expect(whole.filter(({ type }) => type === "complete")).toHaveLength(1);
        const uploads = await usageOf(person, "uploads");
        expect(uploads).toBe(1);
      }
    },
  );
});

async function usageOf(person: string, meter: string): Promise<number | undefined> {
  const answer = await fetch(`${url}/api/usage`, { headers: as(person) });
  const { meters } = (await answer.json()) as { meters: { id: string; used: number }[] };
  return meters.find(({ id }) => id === meter)?.used;
}

describe("a portfolio made on the server", () => {
  test("its ZIP installs and builds natively", { timeout: 240_000 }, async () => {
    const resume = JSON.parse(String(await fixture("resume.json"))) as { basics: { name: string } };
    const answer = await fetch(`${url}/api/portfolio/generate-streaming`, {
      method: "POST",
      body: JSON.stringify({ resume, templateId: "folio" }),
      headers: { ...as("builder"), "x-test-tier": "anonymous", "content-type": "application/json" },
    });
    const last = wholeEvents(await answer.text()).at(-1)!;
    expect(last.type, last.message).toBe("complete");
    const { download } = last.detail as GeneratedPortfolio;
    const zip = await fetch(url + download, { headers: as("builder") });
    const target = join(folder, "native");
    for (const [path, bytes] of Object.entries(
      unzipSync(new Uint8Array(await zip.arrayBuffer())),
    )) {
      const inside = join(target, path.split("/").slice(1).join("/"));
      await mkdir(dirname(inside), { recursive: true });
      await writeFile(inside, bytes);
    }
    const npm = (...args: string[]) => execFileSync("npm", args, { cwd: target, stdio: "pipe" });
    npm("ci", "--no-audit", "--no-fund");
    npm("run", "build");
    const html = await readFile(join(target, "dist/index.html"), "utf8");
    expect(html).toContain(resume.basics.name);
  });
});
