// Server-sent events through the worker against the same events sent directly (Figures: edge).
import { spawn } from "node:child_process";
import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { Agent, request as send } from "node:http";
import { setTimeout as pause } from "node:timers/promises";
import postgres from "postgres";
import { fromRoot } from "../../scripts/paths.ts";
import { PACE } from "../edge/pace.ts";
import { buildTestWorker } from "../edge-node/build-test-worker.ts";
import { runEdge, type RunningEdge } from "../edge-node/run-edge.ts";
import { round, spread } from "./edge-figures.ts";

interface Stream {
  readonly firstByte: number;
  readonly total: number;
  readonly events: number;
}

interface Asked {
  readonly url: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

const agent = new Agent({ maxSockets: Infinity });

/** @param mark what each event that is counted has, and no other line */
function listen({ url, headers, body }: Asked, mark: RegExp): Promise<Stream> {
  const began = performance.now();
  return new Promise((settle, reject) => {
    const method = body === undefined ? "GET" : "POST";
    const asked = send(url, { agent, method, headers: { ...headers } }, (answer) => {
      let firstByte = Number.NaN;
      let text = "";
      answer.on("data", (chunk: Buffer) => {
        if (text === "") firstByte = performance.now() - began;
        text += chunk.toString("latin1");
      });
      answer.on("end", () => {
        if (answer.statusCode !== 200) reject(new Error(`${answer.statusCode} ${text}`));
        const events = text.match(mark)?.length ?? 0;
        settle({ firstByte, total: performance.now() - began, events });
      });
      answer.on("error", (error) => {
        const after = `${round(performance.now() - began)} ms and ${text.length} bytes`;
        reject(new Error(`${url} was cut off after ${after}`, { cause: error }));
      });
    });
    asked.on("error", reject);
    asked.end(body);
  });
}

/** Streams begin one after another within this time, half of one's length: then all are open at once. */
const BEGUN_WITHIN_MS = (PACE.events * PACE.everyMs) / 2;

/** So many streams, begun evenly over a time. */
async function measure(
  count: number,
  mark: RegExp,
  asked: (n: number) => Asked,
  withinMs = BEGUN_WITHIN_MS,
) {
  const began = performance.now();
  const streams = await Promise.all(
    Array.from({ length: count }, async (_, n) => {
      await pause((n * withinMs) / count);
      return listen(asked(n), mark);
    }),
  );
  const lost = streams.reduce((sum, { events }) => sum + Math.abs(PACE.events - events), 0);
  return {
    /** Until the last stream has ended. */
    totalMs: round(performance.now() - began),
    streamMs: spread(streams.map(({ total }) => total)),
    firstByteMs: spread(streams.map(({ firstByte }) => firstByte)),
    eventsLost: lost,
  };
}

type Measured = Awaited<ReturnType<typeof measure>>;

export interface StreamFigures {
  readonly results: Record<number, { readonly direct: Measured; readonly worker: Measured }>;
  /** A stream's time through the worker over that without it (p95), by number of streams. */
  readonly ratio: Record<number, number>;
  /** Milliseconds that the first byte takes longer (p95), by number of streams. */
  readonly firstByteMore: Record<number, number>;
  /** The same streams through the worker, all begun in one moment. */
  readonly burst: Record<number, Measured>;
}

async function besideDirect(
  counts: readonly number[],
  mark: RegExp,
  { direct, worker }: Record<"direct" | "worker", (count: number, n: number) => Asked>,
): Promise<StreamFigures> {
  const figures: StreamFigures = { results: {}, ratio: {}, firstByteMore: {}, burst: {} };
  // Both have answered once before they are measured.
  await measure(1, mark, (n) => worker(0, n));
  await measure(1, mark, (n) => direct(0, n));
  for (const count of counts) {
    const plain = await measure(count, mark, (n) => direct(count, n));
    const through = await measure(count, mark, (n) => worker(count, n));
    figures.results[count] = { direct: plain, worker: through };
    figures.ratio[count] = through.streamMs.p95 / plain.streamMs.p95;
    figures.firstByteMore[count] = through.firstByteMs.p95 - plain.firstByteMs.p95;
    figures.burst[count] = await measure(count, mark, (n) => worker(-count, n), 0);
  }
  return figures;
}

/** The model's answers through the gateway, and a job's events out of its Durable Object. */
export async function measureStreams(counts: readonly number[]) {
  const dist = await buildTestWorker("paced-worker");
  const paced = spawn(process.execPath, [fromRoot("tests/bench/edge-direct.ts")], {
    stdio: ["pipe", "pipe", "inherit"],
  });
  const [port] = (await once(paced.stdout, "data")) as [Buffer];
  const direct = `http://127.0.0.1:${String(port).trim()}`;
  const bindings = { ANTHROPIC_API_KEY: "paced", ANTHROPIC_BASE_URL: direct };
  const edge = await runEdge({ dist, bindings });
  try {
    const passedThrough = await measureGateway(edge, direct, counts);
    return { passedThrough, jobs: await measureJobs(edge, direct, counts) };
  } finally {
    paced.stdin.end();
    await edge.stop();
  }
}

async function measureGateway(edge: RunningEdge, direct: string, counts: readonly number[]) {
  const people = await addPeople(edge, Math.max(...counts));
  // Whoever talks to their site has used the app before.
  for (const id of people) {
    await fetch(`${edge.url}/api/usage`, { headers: { "x-test-person": id } });
  }
  const messages = [{ role: "user", content: "Make it teal" }];
  const body = JSON.stringify({ messages, max_tokens: 2_000, stream: true });
  const json = { "content-type": "application/json" };
  return besideDirect(counts, /^event: content_block_delta/gm, {
    direct: () => ({ url: `${direct}/v1/messages`, headers: json, body }),
    worker: (_count, n) => ({
      url: `${edge.url}/api/ai/messages`,
      headers: { ...json, "x-test-person": people[n]!, "x-test-tier": "premium" },
      body,
    }),
  });
}

/** People who are in the database: what an answer took is noted to them. @returns their ids */
async function addPeople(edge: RunningEdge, count: number): Promise<readonly string[]> {
  const people = Array.from({ length: count }, () => randomUUID());
  const sql = postgres(edge.postgres.url, { max: 1 });
  try {
    const rows = people.map((id) => ({ id, name: "sealed", email: `sealed.${id}` }));
    await sql`insert into people ${sql(rows)}`;
  } finally {
    await sql.end();
  }
  return people;
}

async function measureJobs(edge: RunningEdge, direct: string, counts: readonly number[]) {
  const asPerson = (n: number) => ({ "x-test-person": `listener-${n}` });
  for (const count of counts.flatMap((one) => [one, -one])) {
    // Whoever listens has ordered the job before: the person and the job are known to the worker.
    for (let n = 0; n < Math.abs(count); n += 1) {
      await fetch(`${edge.url}/api/jobs/job-${count}-${n}`, { headers: asPerson(n) });
    }
  }
  return besideDirect(counts, /^id: /gm, {
    direct: () => ({ url: `${direct}/` }),
    worker: (count, n) => ({
      url: `${edge.url}/api/jobs/job-${count}-${n}/events`,
      headers: asPerson(n),
    }),
  });
}
