import { expect, test } from "vitest";
import { meterWords } from "./meter-words.ts";

const meter = { id: "ai-extractions", period: "day", used: 3, limit: 10, left: 7 } as const;

test("what is left and when it returns", () => {
  const words = meterWords({ ...meter, resetsAt: Date.UTC(2026, 10, 22, 12) }, "en");
  expect(words.left).toBe("7 of 10 left");
  expect(words.share).toBe(0.3);
  expect(words.returns).toMatch(/^All back Sunday.*November 22/);
});

test("nothing used needs no return; no limit has no bar; bytes read as bytes", () => {
  expect(meterWords({ ...meter, used: 0, left: 10, resetsAt: 1 }, "en").returns).toBeNull();
  expect(meterWords({ ...meter, limit: null, left: null, resetsAt: null }, "en")).toMatchObject({
    left: "3 used, without limit",
    share: null,
  });
  const storage = { id: "storage-bytes", period: "none", resetsAt: null } as const;
  expect(meterWords({ ...storage, used: 5e6, limit: 2e8, left: 1.955e8 }, "en").left).toBe(
    "195.5 MB of 200 MB left",
  );
  expect(meterWords({ ...storage, used: 0, limit: 0, left: 0 }, "en").left).toBe(
    "Not part of your plan",
  );
});

test("more used than the limit fills the bar and no more", () =>
  expect(meterWords({ ...meter, used: 12, left: 0, resetsAt: null }, "en").share).toBe(1));
