// 100 people order a portfolio in the same moment (Figures: concurrent generations), also with components
// that a model writes.
import type { Result } from "../../shared/failure.ts";
import type { PortfolioEntry } from "../../shared/api/portfolios.ts";
import { httpAccountStorage } from "../../web/sync/http-account-storage.ts";
import type { RunningEdge } from "../edge-node/run-edge.ts";
import type { OwnComponentId } from "../../shared/ports/model.ts";
import type { AnthropicAnswer, AnthropicCall } from "../stand-ins/anthropic.ts";
import { askedComponent, componentAnswer, componentSource } from "../stand-ins/components.ts";
import { clientOf, post, type Visitor } from "../edge-node/sign-up.ts";
import { wholeEvents } from "../edge-node/whole-events.ts";
import { Counts, round, spread } from "./edge-figures.ts";

const GIVE_UP_MS = 180_000;

/** What the model is asked while they are made: each time for a good component. */
export const answerBench = (call: AnthropicCall): AnthropicAnswer =>
  askedComponent(call) === null
    ? { status: 400, type: "invalid_request_error" }
    : componentAnswer(componentSource());

/** @param ai_components parts that a model writes for each of them */
export async function measureGenerations(
  edge: RunningEdge,
  people: readonly Visitor[],
  ai_components: readonly OwnComponentId[] = [],
) {
  const outcomes = new Counts();
  let warnings = 0;
  let cameBack = 0;
  const before = await countPortfolios(edge, people);
  const began = performance.now();
  const jobs = await Promise.all(
    people.map(async (who, n) => {
      for (;;) {
        const request = post(`${edge.url}/api/portfolio/generate-streaming`, {
          resume: {
            basics: { name: `Person ${n}`, label: "Engineer", email: `person${n}@example.org` },
            work: [{ name: "Harrow & Pike", position: "Engineer", startDate: "2019-03" }],
            skills: [{ name: "Timber" }],
            projects: [{ name: "Market hall" }],
          },
          // In Poster each part has a place of its own, whatever the others are.
          templateId: ai_components.length > 0 ? "poster" : "folio",
          ai_components,
        });
        // The same order, however often it is sent.
        const key = `bench-order-${ai_components.length}-${n}`;
        request.headers.set("idempotency-key", key);
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
        warnings += events.filter(({ type }) => type === "warning").length;
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
      warnings,
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
