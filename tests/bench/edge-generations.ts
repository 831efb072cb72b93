// 100 people order a portfolio in the same moment (Figures: concurrent generations).
import type { Result } from "../../shared/failure.ts";
import type { PortfolioEntry } from "../../shared/api/portfolios.ts";
import { httpAccountStorage } from "../../web/sync/http-account-storage.ts";
import type { RunningEdge } from "../edge-node/run-edge.ts";
import { clientOf, post, type Visitor } from "../edge-node/sign-up.ts";
import { wholeEvents } from "../edge-node/whole-events.ts";
import { Counts, round, spread } from "./edge-figures.ts";

const GIVE_UP_MS = 180_000;

export async function measureGenerations(edge: RunningEdge, people: readonly Visitor[]) {
  const outcomes = new Counts();
  let cameBack = 0;
  const before = await countPortfolios(edge, people);
  const began = performance.now();
  const jobs = await Promise.all(
    people.map(async (who, n) => {
      for (;;) {
        const request = post(`${edge.url}/api/portfolio/generate-streaming`, {
          resume: { basics: { name: `Person ${n}`, label: "Engineer" } },
          templateId: "folio",
        });
        // The same order, however often it is sent.
        request.headers.set("idempotency-key", `bench-order-${n}`);
        const answer = await who.send(request);
        if (answer.status === 503 && performance.now() - began < GIVE_UP_MS) {
          // The queue is full, and says when to come back.
          await answer.body?.cancel();
          cameBack += 1;
          const seconds = Number(answer.headers.get("retry-after") ?? 1);
          await new Promise((wake) => setTimeout(wake, seconds * 1_000));
          continue;
        }
        const events = wholeEvents(await answer.text());
        outcomes.add(events.at(-1)?.type ?? `status ${answer.status}`);
        const first = events[0]?.detail as { jobId: string } | undefined;
        return { ms: performance.now() - began, jobId: first?.jobId ?? "" };
      }
    }),
  );
  const totalMs = performance.now() - began;
  const made = (await countPortfolios(edge, people)).map((count, n) => count - before[n]!);
  const ended = outcomes.all();
  return {
    jobs: jobs.map(({ jobId }) => jobId),
    figures: {
      orders: people.length,
      ended,
      queueFullAnswers: cameBack,
      lost: made.filter((count) => count < 1).length,
      doubled: made.filter((count) => count > 1).length,
      errorShare: round(1 - (ended.complete ?? 0) / people.length, 4),
      totalMs: round(totalMs),
      eachMs: spread(jobs.map(({ ms }) => ms)),
    },
  };
}

/** Portfolios in each one’s account. */
async function countPortfolios(edge: RunningEdge, people: readonly Visitor[]): Promise<number[]> {
  const counts: number[] = [];
  for (const who of people) {
    const listed: Result<{ items: readonly PortfolioEntry[] }> = await httpAccountStorage(
      clientOf(edge, who),
    ).changes(0);
    if (!listed.ok) throw new Error(listed.failure.message);
    counts.push(listed.value.items.length);
  }
  return counts;
}
