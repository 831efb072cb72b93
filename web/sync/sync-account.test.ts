import { assert, asyncProperty } from "fast-check";
import { test } from "vitest";
import { memoryAccount } from "../../tests/fakes/memory-account.ts";
import { acts, runModel } from "../../tests/fakes/sync-model.ts";

test("three devices, offline and online, with cut connections: all agree in the end, nothing is lost", async () => {
  await assert(
    asyncProperty(acts(40), (steps) => runModel(steps, memoryAccount(), "ada")),
    { numRuns: 400 },
  );
}, 60_000);
