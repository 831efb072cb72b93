// npm run fuzz -- [--inputs 20000] [--seed 1] [--from 0]
// Mutated CVs of every format, read in a thread that is ended after ten seconds or above its heap, as
// the browser's reader is. The last line is JSON: inputs, how each ended, peakMb, seconds.
import { parseArgs } from "node:util";
import { openKillableThread } from "../../scripts/cv/killable-thread.ts";

/** Milliseconds for one input; a person would have given up. */
const HANGS_AFTER = 10_000;
/** Megabytes of resident memory of the whole process, pdf.js and Node's own included. */
const CEILING_MB = 512;
/** Megabytes of the thread's heap; the rest of the ceiling is Node, its buffers and the sources. */
const HEAP_MB = 224;
/** Inputs after which the thread is renewed: pdf.js keeps fonts and maps between files. */
const RENEW_AFTER = 400;

const { values } = parseArgs({
  options: {
    inputs: { type: "string", default: "20000" },
    seed: { type: "string", default: "1" },
    from: { type: "string", default: "0" },
  },
});
const seed = Number(values.seed);
const from = Number(values.from);
const to = from + Number(values.inputs);

interface Tried {
  readonly name: string;
  readonly wasRead: boolean;
  readonly crash: string;
}

const begun = Date.now();
const total = { read: 0, refused: 0, crashes: 0, hangs: 0, outOfMemory: 0 };
const thread = openKillableThread<{ seed: number; index: number }, Tried>(
  `${import.meta.dirname}/fuzz-thread.ts`,
  { hangsAfter: HANGS_AFTER, heapMb: HEAP_MB, renewAfter: RENEW_AFTER },
);
let slowest = { index: from, ms: 0 };

for (let index = from; index < to; index += 1) {
  const start = Date.now();
  const first = await thread.ask({ seed, index });
  // A busy machine can stop a thread for ten seconds; what hangs, hangs again in a new one.
  const answer = first.kind === "hung" ? await thread.ask({ seed, index }) : first;
  const ms = Date.now() - start;
  if (ms > slowest.ms) slowest = { index, ms };
  if (answer.kind === "hung") total.hangs += 1;
  else if (answer.kind === "out-of-memory") total.outOfMemory += 1;
  else if (answer.kind === "broke" || answer.value.crash) total.crashes += 1;
  else if (answer.value.wasRead) total.read += 1;
  else total.refused += 1;
  if (answer.kind !== "answer")
    console.error(`input ${index}: ${answer.kind} ${answer.kind === "broke" ? answer.error : ""}`);
  else if (answer.value.crash) console.error(`input ${index}: ${answer.value.crash}`);
  if ((index + 1) % 1000 === 0) console.error(`${index + 1} … ${peakMb()} MB`);
}
await thread.close();

const isBad = total.crashes + total.hangs + total.outOfMemory > 0 || peakMb() > CEILING_MB;
console.log(
  JSON.stringify({
    inputs: to - from,
    ...total,
    peakMb: peakMb(),
    ceilingMb: CEILING_MB,
    slowest,
    seconds: Math.round((Date.now() - begun) / 1000),
    seed,
  }),
);
process.exit(isBad ? 1 : 0);

/** The most memory this process has ever held, as the system counts it (kilobytes there). */
function peakMb(): number {
  return Math.round(process.resourceUsage().maxRSS / 1024);
}
