import { describe, expect, test } from "vitest";
import { fail, ok, type Failure } from "../../../shared/failure.ts";
import { openMemoryStorage } from "../../storage/portfolio-storage.ts";
import { readOnce } from "./read-once.ts";

const reading = {
  document: { kind: "flow", format: "txt", lines: [] },
  extraction: {
    resume: { basics: { name: "Ada" } },
    evidence: [],
    counts: { pages: 1, sections: 2, facts: 1 },
    steps: [],
  },
} as const;
const broken: Failure = {
  kind: "corrupt",
  message: "Broken.",
  nextStep: "Again.",
  retryable: false,
};

describe("readOnce", () => {
  test("reads a file once, and says so the second time", async () => {
    const storage = openMemoryStorage();
    let reads = 0;
    const steps: string[] = [];
    const drop = () =>
      readOnce(
        storage,
        new Uint8Array([1, 2]),
        ({ name, detail }) => steps.push(`${name}: ${detail}`),
        async () => {
          reads += 1;
          return ok(reading);
        },
      );
    expect(await drop()).toEqual(ok(reading));
    expect(steps).toEqual([]);
    expect(await drop()).toEqual(ok(reading));
    expect(reads).toBe(1);
    expect(steps).toEqual(["Read before: 1 fact"]);
  });

  test("keeps no failure, and reads where nothing can be kept", async () => {
    const storage = openMemoryStorage();
    const never = () => undefined;
    expect(await readOnce(storage, "a", never, async () => fail(broken))).toEqual(fail(broken));
    expect(await readOnce(storage, "a", never, async () => ok(reading))).toEqual(ok(reading));
    const closed = { findReading: async () => fail(broken), keepReading: async () => fail(broken) };
    expect(await readOnce(closed, "b", never, async () => ok(reading))).toEqual(ok(reading));
  });
});
