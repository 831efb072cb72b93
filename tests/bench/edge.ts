// `npm run bench:edge`: the built worker on bare workerd with a real Postgres under load (Figures: edge).
// The load comes from this process, the server runs in others. Last line: one JSON.
import { loadavg } from "node:os";
import { buildIfStale } from "../../scripts/build.ts";
import { OWN_COMPONENT_IDS } from "../../shared/ports/model.ts";
import { configuredWith, startAnthropic } from "../stand-ins/anthropic.ts";
import { runEdge } from "../edge-node/run-edge.ts";
import { held, round } from "./edge-figures.ts";
import { answerBench, measureGenerations } from "./edge-generations.ts";
import { measureExtraction, measureMemory, measureThroughput } from "./edge-load.ts";
import { measureCrowd, measurePeople, PEOPLE, signUpAll } from "./edge-people.ts";
import { measureStreams } from "./edge-streams.ts";

/** Memory is called flat when the last quarter of the load adds less than this share of it. */
const FLAT_SHARE = 0.05;

const tell = <T>(name: string, figures: T): T => {
  console.error(name, JSON.stringify(figures));
  return figures;
};

const machineLoad = round(loadavg()[0]!);
await buildIfStale();

async function measureApi() {
  const anthropic = await startAnthropic(answerBench);
  const edge = await runEdge({ bindings: configuredWith(anthropic.url) });
  try {
    const visitors = await signUpAll(edge);
    const people = tell("people", await measurePeople(edge, visitors));
    const crowd = tell("crowd", await measureCrowd(edge, visitors));
    const throughput = tell("throughput", await measureThroughput(edge, visitors));
    const extraction = tell("extraction", await measureExtraction(edge, visitors));
    const generations = await measureGenerations(edge, visitors);
    tell("generations", generations.figures);
    const written = await measureGenerations(edge, visitors, OWN_COMPONENT_IDS);
    const calls = anthropic.calls.length;
    const withComponents = tell("withComponents", { ...written.figures, modelCalls: calls });
    const memory = tell("memory", await measureMemory(edge, visitors, generations.jobs));
    return {
      people,
      crowd,
      throughput,
      extraction,
      generations: generations.figures,
      withComponents,
      memory,
    };
  } finally {
    await edge.stop();
    await anthropic.stop();
  }
}

const { passedThrough, jobs } = tell("streams", await measureStreams([100, 300]));
const api = await measureApi();
const { people, extraction, generations, withComponents, memory } = api;
const errors = Object.values(people.errors).reduce((sum, count) => sum + count, 0);

console.log(
  JSON.stringify({
    machineLoad,
    bars: {
      [`apiP95MsAt${PEOPLE}People`]: held(people.total.p95, 1_000),
      [`apiFirstByteP95MsAt${PEOPLE}People`]: held(people.firstByte.p95, 500),
      apiErrors: held(errors, 0),
      sseTotalRatioAt100: held(passedThrough.ratio[100]!, 1.05),
      sseTotalRatioAt300: held(passedThrough.ratio[300]!, 1.05),
      sseFirstByteMoreMsAt100: held(passedThrough.firstByteMore[100]!, 80),
      extractionMs: held(extraction.worstMs, 5_000),
      generationErrorShare: held(generations.errorShare, 0.001),
      generationsLostOrDoubled: held(generations.lost + generations.doubled, 0),
      withComponentsErrorShare: held(withComponents.errorShare, 0.001),
      withComponentsLostOrDoubled: held(withComponents.lost + withComponents.doubled, 0),
      withComponentsWarnings: held(withComponents.warnings, 0),
      memoryLastQuarterShare: held(memory.lastQuarterMb / memory.medianMb, FLAT_SHARE),
    },
    how: {
      sse: "a model’s answer of ten seconds through /api/ai/messages (quota held and settled, usage noted), against the same server asked directly; begun one after another within half of their length, so that all are open at once (p95 of each stream). burst: all begun in one moment, without a bar",
      jobStreams:
        "a job’s events, each sealed and on disk before it is shown, out of a Durable Object of its own, against a plain server with the same events: without a bar",
      withComponents:
        "the same hundred order again, five components each; the model’s stand-in answers at once, so that the figure is ours alone",
      people:
        "each pauses 1–3 s between acts; crowd: all in the same moment, without pauses, without a bar",
    },
    streams: passedThrough,
    jobStreams: jobs,
    ...api,
  }),
);
