import { expect, it } from "vitest";
import { placeWords, printedLines, queueWords } from "./event-words.ts";
import { batches, filesOf, sentFile } from "./sent-files.ts";

it("sends text and bytes so that they come back as they were", () => {
  const files = { "a.ts": "é", "b.bin": Uint8Array.from({ length: 70_000 }, (_, n) => n % 256) };
  const sent = Object.entries(files).map(([path, content]) => sentFile({ path, content }));
  expect(filesOf(sent)).toEqual(files);
  expect(filesOf([sentFile({ path: "gone", content: null })])).toEqual({});
});

it("cuts what is sent into bearable calls, in order, with nothing lost", () => {
  const file = (path: string, size: number) => sentFile({ path, content: "x".repeat(size) });
  const sent = [file("a", 5_000_000), file("b", 5_000_000), file("c", 20_000_000), file("d", 1)];
  const calls = batches(sent);
  expect(calls.map((call) => call.map(({ path }) => path).join())).toEqual(["a", "b", "c", "d"]);
  expect(batches([])).toEqual([[]]);
});

it("says the place in the queue, and nothing of other events", () => {
  expect(placeWords(3, 90_000)).toBe("Waiting for a hosted sandbox (place 3, about 2 min)");
  expect(placeWords(1, 0)).toBe("Waiting for a hosted sandbox (place 1)");
  const detail = { jobId: "x", position: 2, expectedWaitMs: 0 };
  expect(queueWords({ step: "queue", detail })).toContain("place 2");
  expect(queueWords({ step: "queue", detail: undefined })).toBeNull();
  expect(queueWords({ step: "install", detail })).toBeNull();
});

it("reads what a step printed off its event, and nothing off another", () => {
  expect(printedLines({ detail: { lines: ["added 12 packages"] } })).toEqual(["added 12 packages"]);
  expect(printedLines({ detail: { position: 1, expectedWaitMs: 0 } })).toEqual([]);
  expect(printedLines({})).toEqual([]);
});
