import { expect, test } from "vitest";
import { fuzzSources } from "../../../tests/fuzz/fuzz-sources.ts";
import { mutantOf } from "../../../tests/fuzz/mutate-cv.ts";
import { tryInput } from "../../../tests/fuzz/try-input.ts";

/** A sample of `npm run fuzz`: the same inputs each time. */
const INPUTS = 150;
const SEED = 20_261_121;

test("broken and strange files are read or refused, and never throw", async () => {
  const sources = await fuzzSources();
  let read = 0;
  for (let index = 0; index < INPUTS; index += 1) {
    const { name, bytes } = mutantOf(sources, SEED, index);
    const wasRead = await tryInput(name, bytes).catch((error: unknown) => {
      throw new Error(`input ${index} of ${name}`, { cause: error });
    });
    if (wasRead) read += 1;
  }
  // Neither all whole nor all rubbish: the changes reach the rules behind the readers.
  expect(read).toBeGreaterThan(INPUTS * 0.3);
  expect(read).toBeLessThan(INPUTS);
}, 30_000);

test("the same seed and number give the same input", async () => {
  const sources = await fuzzSources();
  expect(mutantOf(sources, 7, 3).bytes).toEqual(mutantOf(sources, 7, 3).bytes);
  expect(mutantOf(sources, 7, 3).bytes).not.toEqual(mutantOf(sources, 8, 3).bytes);
});
