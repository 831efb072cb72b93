// Runs inputs one after the other in a process of its own, told by its parent where to begin.
import { fuzzSources } from "./fuzz-sources.ts";
import { mutantOf } from "./mutate-cv.ts";
import { tryInput } from "./try-input.ts";

const [seed, from, to] = process.argv.slice(2).map(Number) as [number, number, number];
const sources = await fuzzSources();
let index = from;

const tell = (message: object): void => void process.send?.(message);
const describe = (error: unknown): string =>
  error instanceof Error ? (error.stack ?? error.message).slice(0, 900) : String(error);
process.on("unhandledRejection", (error) => {
  tell({ kind: "crash", index, error: `Unhandled: ${describe(error)}` });
});

for (; index < to; index += 1) {
  const { name, bytes } = mutantOf(sources, seed, index);
  let wasRead = false;
  try {
    wasRead = await tryInput(name, bytes);
  } catch (error) {
    tell({ kind: "crash", index, error: `${name}: ${describe(error)}` });
  }
  tell({ kind: "done", index, wasRead, rss: process.memoryUsage.rss() });
}
process.disconnect?.();
