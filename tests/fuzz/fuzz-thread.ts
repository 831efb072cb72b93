// Tries the inputs it is given by number, one after the other.
import { parentPort } from "node:worker_threads";
import { fuzzSources } from "./fuzz-sources.ts";
import { mutantOf } from "./mutate-cv.ts";
import { tryInput } from "./try-input.ts";

const sources = fuzzSources();
const describe = (error: unknown): string =>
  error instanceof Error ? (error.stack ?? error.message).slice(0, 900) : String(error);

let unhandled = "";
process.on("unhandledRejection", (error) => {
  unhandled = `Unhandled: ${describe(error)}`;
});

parentPort?.on("message", async ({ seed, index }: { seed: number; index: number }) => {
  const { name, bytes } = mutantOf(await sources, seed, index);
  let wasRead = false;
  let crash = "";
  try {
    wasRead = await tryInput(name, bytes);
  } catch (error) {
    crash = `${name}: ${describe(error)}`;
  }
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin to name
  parentPort?.postMessage({ name, wasRead, crash: crash || unhandled });
  unhandled = "";
});
