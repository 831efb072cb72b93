// Server-sent events through the worker against the same events sent directly (Figures: edge).
import { spawn } from "node:child_process";
import { once } from "node:events";
import { Agent, get } from "node:http";
import { fromRoot } from "../../scripts/paths.ts";
import { PACE } from "../edge/pace.ts";
import { buildTestWorker } from "../edge-node/build-test-worker.ts";
import { runEdge } from "../edge-node/run-edge.ts";
import { round, spread } from "./edge-figures.ts";

interface Stream {
  readonly firstByte: number;
  readonly total: number;
  readonly events: number;
}

const agent = new Agent({ maxSockets: Infinity });

function listen(url: string, headers: Record<string, string>): Promise<Stream> {
  const began = performance.now();
  return new Promise((settle, reject) => {
    const request = get(url, { agent, headers }, (answer) => {
      let firstByte = Number.NaN;
      let text = "";
      answer.on("data", (chunk: Buffer) => {
        if (text === "") firstByte = performance.now() - began;
        text += chunk.toString("latin1");
      });
      answer.on("end", () => {
        const events = text.match(/^id: /gm)?.length ?? 0;
        settle({ firstByte, total: performance.now() - began, events });
      });
      answer.on("error", reject);
    });
    request.on("error", reject);
  });
}

/** So many streams begun in one moment. */
async function measure(count: number, open: (n: number) => Promise<Stream>) {
  const began = performance.now();
  const streams = await Promise.all(Array.from({ length: count }, (_, n) => open(n)));
  const lost = streams.reduce((sum, { events }) => sum + Math.abs(PACE.events - events), 0);
  return {
    /** Until the last stream has ended. */
    totalMs: round(performance.now() - began),
    streamMs: spread(streams.map(({ total }) => total)),
    firstByteMs: spread(streams.map(({ firstByte }) => firstByte)),
    eventsLost: lost,
  };
}

export async function measureStreams(counts: readonly number[]) {
  const dist = await buildTestWorker("paced-worker");
  const edge = await runEdge({ dist });
  const direct = spawn(process.execPath, [fromRoot("tests/bench/edge-direct.ts")], {
    stdio: ["pipe", "pipe", "inherit"],
  });
  const [port] = (await once(direct.stdout, "data")) as [Buffer];
  const directUrl = `http://127.0.0.1:${String(port).trim()}/`;
  const results: Record<number, { direct: unknown; worker: unknown }> = {};
  const bars = { ratio: {} as Record<number, number>, firstByteMore: {} as Record<number, number> };
  try {
    // Both have answered once before they are measured.
    await measure(1, (n) => listen(`${edge.url}/api/jobs/warm-${n}/events`, asPerson(n)));
    await measure(1, () => listen(directUrl, {}));
    for (const count of counts) {
      // Whoever listens has ordered the job before: the person and the job are known to the worker.
      for (let n = 0; n < count; n += 1) {
        await fetch(`${edge.url}/api/jobs/job-${count}-${n}`, { headers: asPerson(n) });
      }
      const plain = await measure(count, () => listen(directUrl, {}));
      const worker = await measure(count, (n) =>
        listen(`${edge.url}/api/jobs/job-${count}-${n}/events`, asPerson(n)),
      );
      results[count] = { direct: plain, worker };
      bars.ratio[count] = worker.totalMs / plain.totalMs;
      bars.firstByteMore[count] = worker.firstByteMs.p50 - plain.firstByteMs.p50;
    }
  } finally {
    direct.stdin.end();
    await edge.stop();
  }
  return { results, ...bars };
}

const asPerson = (n: number) => ({ "x-test-person": `listener-${n}` });
