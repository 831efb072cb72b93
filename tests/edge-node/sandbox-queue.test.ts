import { randomBytes } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PassThrough } from "node:stream";
import { afterAll, beforeAll, expect, test } from "vitest";
import { startWorker, type StartedWorker } from "../../scripts/local/start-worker.ts";
import type { HostedView } from "../../shared/api/sandboxes.ts";
import type { HostedOffer } from "../../shared/hosted-sandbox.ts";
import { buildTestWorker } from "./build-test-worker.ts";
import { freePort } from "./free-port.ts";
import { startTestRunner } from "../edge/test-runner.ts";
import { until } from "./runner/run-runner.ts";

let worker: StartedWorker;
let folder: string;
let url: string;
const ends: (() => Promise<void>)[] = [];

beforeAll(async () => {
  const dist = await buildTestWorker();
  const runner = await startTestRunner();
  ends.push(runner.stop);
  folder = await mkdtemp(join(tmpdir(), "cv2web-sandboxes-"));
  ends.push(() => rm(folder, { recursive: true, force: true, maxRetries: 5 }));
  const port = await freePort();
  url = `http://localhost:${port}`;
  const bindings = {
    MASTER_KEYS: `test:${randomBytes(32).toString("base64")}`,
    INTERNAL_KEY: randomBytes(32).toString("base64"),
    ...runner.bindings,
  };
  const log = new PassThrough();
  if (process.env.EDGE_LOG) log.pipe(process.stderr);
  else log.resume();
  worker = await startWorker({ port, folder, bindings, dist }, log, Infinity);
  ends.push(() => worker.stop());
});

afterAll(async () => {
  for (const end of ends.toReversed()) await end();
});

/** Sends again what a worker that is just coming back refuses to take. */
async function ask(
  person: string,
  method: string,
  path: string,
  body?: object,
  tier = "registered",
) {
  return until(async () => {
    try {
      return await fetch(url + path, {
        method,
        headers: {
          "x-test-person": person,
          "x-test-tier": tier,
          "x-test-operator": "yes",
          "content-type": "application/json",
          // An answer that is lost on the way is asked for again.
          "idempotency-key": `key-${person}`,
        },
        ...(body ? { body: JSON.stringify(body) } : {}),
      });
    } catch {
      return null;
    }
  });
}

const open = (person: string, tier?: string) =>
  ask(person, "POST", "/api/sandbox", { files: [], serves: false }, tier);
const viewOf = async (person: string, id: string) =>
  (await (await ask(person, "GET", `/api/sandbox/status/${id}`)).json()) as HostedView;

test(
  "80 people at once: 20 run, 50 wait in order, 10 are told when to come back; nobody is lost over a kill; 30 by the switch",
  { timeout: 240_000 },
  async () => {
    const people = Array.from({ length: 80 }, (_, n) => `asks-${n}`);
    const answers = await Promise.all(
      people.map(async (person, n) => {
        const answer = await open(person, n % 10 === 9 ? "premium" : "registered");
        return { person, status: answer.status, answer, tier: n % 10 === 9 ? "premium" : "other" };
      }),
    );
    const refused = answers.filter(({ status }) => status === 503);
    const reasons = await Promise.all(refused.map(({ answer }) => answer.clone().text()));
    expect(refused.length, [...new Set(reasons)].join()).toBe(10);
    for (const { answer } of refused) {
      expect(Number(answer.headers.get("retry-after"))).toBeGreaterThan(0);
      expect(await answer.json()).toMatchObject({ code: "unavailable", retryable: true });
    }
    const inside = await Promise.all(
      answers
        .filter(({ status }) => status === 200)
        .map(async ({ person, tier, answer }) => {
          const { sandbox_id: id } = (await answer.json()) as HostedView;
          return { person, tier, id };
        }),
    );
    expect(inside).toHaveLength(70);
    const look = async () =>
      Promise.all(inside.map(async (one) => ({ ...one, view: await viewOf(one.person, one.id) })));

    const settled = await until(async () => {
      const all = await look();
      return all.filter(({ view }) => view.status === "running").length === 20 && all;
    });
    const waiting = settled
      .filter(({ view }) => view.status === "queued")
      .toSorted((a, b) => a.view.position - b.view.position);
    expect(waiting.map(({ view }) => view.position)).toEqual(waiting.map((_, n) => n + 1));
    expect(waiting).toHaveLength(50);
    const firstOther = waiting.findIndex(({ tier }) => tier === "other");
    expect(waiting.slice(firstOther).some(({ tier }) => tier === "premium")).toBe(false);
    const waits = waiting.map(({ view }) => view.expected_wait_ms);
    // Each was asked at a moment of its own.
    expect(waits.at(-1)).toBeGreaterThan(waits[0]!);
    const offer = (await (await fetch(`${url}/api/sandbox/offer`)).json()) as HostedOffer;
    expect(offer).toMatchObject({ state: "full", is_high_demand: true, running: 20, waiting: 50 });

    // One leaves: the next starts, all others move up by one.
    const leaver = settled.find(({ view }) => view.status === "running")!;
    const left = await ask(leaver.person, "POST", `/api/sandbox/${leaver.id}/stop`);
    expect(left.status, await left.clone().text()).toBe(200);
    const [next, second] = waiting;
    await until(async () => (await viewOf(next!.person, next!.id)).status === "running");
    expect((await viewOf(second!.person, second!.id)).position).toBe(1);

    // The worker dies in the middle: who waited waits, in the same order; who ran runs.
    process.kill(-worker.groupId(), "SIGKILL");
    const after = await look();
    expect(after.filter(({ view }) => view.status === "running")).toHaveLength(20);
    const order = after
      .filter(({ view }) => view.status === "queued")
      .toSorted((a, b) => a.view.position - b.view.position)
      .map(({ id }) => id);
    expect(order).toEqual(waiting.slice(1).map(({ id }) => id));

    const switched = await ask("operator", "POST", "/api/operator/sandboxes/emergency", {
      is_on: true,
    });
    expect(switched.status).toBe(200);
    await until(async () => {
      const all = await look();
      return all.filter(({ view }) => view.status === "running").length === 30;
    });
  },
);
