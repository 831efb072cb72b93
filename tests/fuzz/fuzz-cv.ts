// npm run fuzz -- [--inputs 20000] [--seed 1] [--from 0]
// Mutated CVs of every format, read in a child process with a watchdog and a memory ceiling. The last
// line is JSON: inputs, how many were read, crashes, hangs, peakMb, seconds.
import { fork, type ChildProcess } from "node:child_process";
import { parseArgs } from "node:util";

/** Milliseconds for one input; a person would have given up. */
const HANGS_AFTER = 10_000;
/** Megabytes of resident memory, pdf.js and Node's own included. */
const CEILING_MB = 512;

const { values } = parseArgs({
  options: {
    inputs: { type: "string", default: "20000" },
    seed: { type: "string", default: "1" },
    from: { type: "string", default: "0" },
  },
});
const from = Number(values.from);
const to = from + Number(values.inputs);

type Message =
  | { readonly kind: "crash"; readonly index: number; readonly error: string }
  | {
      readonly kind: "done";
      readonly index: number;
      readonly wasRead: boolean;
      readonly rss: number;
    };

const begun = Date.now();
const total = { read: 0, crashes: 0, hangs: 0, peak: 0 };
let next = from;

while (next < to) next = await runChild(next);

const peakMb = Math.round(total.peak / 1024 / 1024);
const bad = total.crashes + total.hangs > 0 || peakMb > CEILING_MB;
console.log(
  JSON.stringify({
    inputs: to - from,
    read: total.read,
    crashes: total.crashes,
    hangs: total.hangs,
    peakMb,
    ceilingMb: CEILING_MB,
    seconds: Math.round((Date.now() - begun) / 1000),
    seed: Number(values.seed),
  }),
);
process.exit(bad ? 1 : 0);

/** Runs inputs from `first` on until they are through or the child is; gives the next to run. */
function runChild(first: number): Promise<number> {
  return new Promise((resolve) => {
    const child = fork(
      `${import.meta.dirname}/fuzz-child.ts`,
      [values.seed, String(first), String(to)],
      { execArgv: [`--max-old-space-size=${CEILING_MB}`] },
    );
    let at = first;
    let isHung = false;
    let watchdog = setTimeout(hang, HANGS_AFTER + HANGS_AFTER, child);
    function hang(hung: ChildProcess): void {
      isHung = true;
      total.hangs += 1;
      console.error(`input ${at}: no answer within ${HANGS_AFTER / 1000} s`);
      hung.kill("SIGKILL");
    }
    child.on("message", (message: Message) => {
      if (message.kind === "crash") {
        total.crashes += 1;
        console.error(`input ${message.index}: ${message.error}`);
        return;
      }
      clearTimeout(watchdog);
      at = message.index + 1;
      total.peak = Math.max(total.peak, message.rss);
      if (message.wasRead) total.read += 1;
      if (at % 1000 === 0) console.error(`${at} …`);
      if (at < to) watchdog = setTimeout(hang, HANGS_AFTER, child);
    });
    child.on("exit", (code) => {
      clearTimeout(watchdog);
      if (at >= to) return resolve(to);
      if (!isHung) {
        total.crashes += 1;
        console.error(`input ${at}: the process ended with ${code}`);
      }
      resolve(at + 1);
    });
  });
}
