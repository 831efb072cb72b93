// How many requests a second, how fast a CV is read on the server, and whether memory stays flat.
import { execFileSync } from "node:child_process";
import { readFile } from "node:fs/promises";
import { fromRoot } from "../../scripts/paths.ts";
import type { RunningEdge } from "../edge-node/run-edge.ts";
import type { Visitor } from "../edge-node/sign-up.ts";
import { wholeEvents } from "../edge-node/whole-events.ts";
import { ascending, Counts, round, slope } from "./edge-figures.ts";

const AT_ONCE = 20;

/** Does `count` things, so many at once; gives things a second and the errors by kind. */
async function drive(count: number, act: (n: number) => Promise<Response>) {
  const errors = new Counts();
  let next = 0;
  const began = performance.now();
  const worker = async () => {
    for (let n = next++; n < count; n = next++) {
      try {
        const answer = await act(n);
        const text = await answer.text();
        if (!answer.ok) errors.add(/"code":"([\w-]+)"/.exec(text)?.[1] ?? String(answer.status));
      } catch {
        errors.add("no-answer");
      }
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  const perSecond = round((count / (performance.now() - began)) * 1_000);
  return { perSecond, errors: errors.all() };
}

const nth = (people: readonly Visitor[], n: number) => people[n % people.length]!;

/** Requests a second: a list out of Postgres, a route without it, and a file. */
export async function measureThroughput(edge: RunningEdge, people: readonly Visitor[]) {
  const ask = (path: string) => (n: number) =>
    nth(people, n).send(new Request(`${edge.url}${path}`));
  return {
    database: await drive(2_000, ask("/api/portfolios/changes")),
    withoutDatabase: await drive(4_000, () => fetch(`${edge.url}/healthz`)),
    file: await drive(4_000, () => fetch(`${edge.url}/`)),
  };
}

/** Reading a two-page PDF by a job, from sending the file to the last event; never the same file twice. */
export async function measureExtraction(edge: RunningEdge, people: readonly Visitor[]) {
  const cv = await readFile(fromRoot("tests/fixtures/cv/two-page.pdf"));
  const times: number[] = [];
  for (let n = 0; n < 7; n += 1) {
    const body = new FormData();
    body.set("file", new File([cv, `\n% ${n}\n`], "cv.pdf"));
    const began = performance.now();
    const url = `${edge.url}/api/cv/extract-streaming`;
    const answer = await nth(people, n).send(new Request(url, { method: "POST", body }));
    const last = wholeEvents(await answer.text()).at(-1);
    if (last?.type !== "complete") throw new Error(`A CV wasn’t read: ${last?.message}`);
    times.push(performance.now() - began);
  }
  const [cold, ...warm] = times as [number, ...number[]];
  return {
    coldMs: round(cold),
    warmMs: round(ascending(warm)[3]!),
    worstMs: round(Math.max(...times)),
  };
}

/** Bytes that the workerd of a process group has in memory. */
function residentMb(groupId: number): number {
  const table = execFileSync("ps", ["-A", "-o", "pgid=,rss=,comm="], { encoding: "utf8" });
  for (const line of table.split("\n")) {
    const [group, kilobytes, name] = line.trim().split(/\s+/);
    if (Number(group) === groupId && name?.includes("workerd")) return Number(kilobytes) / 1_024;
  }
  throw new Error("There is no workerd in this process group.");
}

/** 10,000 requests, half of them out of Postgres, with 500 streams among them. */
export async function measureMemory(
  edge: RunningEdge,
  people: readonly Visitor[],
  jobs: readonly string[],
) {
  const REQUESTS = 10_000;
  const STREAM_EVERY = 20;
  const points: [number, number][] = [];
  const group = edge.worker().groupId();
  const before = residentMb(group);
  let streams = 0;
  const { errors } = await drive(REQUESTS, (n) => {
    if (n % 250 === 0) points.push([n, residentMb(group)]);
    if (n % STREAM_EVERY === 0) {
      const who = (n / STREAM_EVERY) % people.length;
      streams += 1;
      return people[who]!.send(new Request(`${edge.url}/api/jobs/${jobs[who]}/events`));
    }
    if (n % 2 === 0) return fetch(`${edge.url}/healthz`);
    return nth(people, (n - 1) / 2).send(new Request(`${edge.url}/api/portfolios`));
  });
  const last = points.filter(([n]) => n >= (REQUESTS * 3) / 4);
  const at = (share: number) => round(points[Math.floor((points.length - 1) * share)]![1]);
  return {
    requests: REQUESTS,
    streams,
    errors,
    rssMb: { before: round(before), quarters: [0.25, 0.5, 0.75, 1].map(at) },
    /** What the last quarter adds, by the line through it. */
    lastQuarterMb: round(slope(last) * (REQUESTS / 4), 2),
    medianMb: round(ascending(points.map(([, mb]) => mb))[Math.floor(points.length / 2)]!),
  };
}
