import { expect, test } from "vitest";
import { NO_ANSWERS } from "../../../shared/cv/resume-of-answers.ts";
import {
  keepAnswers,
  keepDescription,
  readAnswers,
  readDescription,
  type Memory,
} from "./kept-answers.ts";

function memory(first: Record<string, string> = {}): Memory & { all: Map<string, string> } {
  const all = new Map(Object.entries(first));
  return {
    all,
    getItem: (key) => all.get(key) ?? null,
    setItem: (key, value) => void all.set(key, value),
    removeItem: (key) => void all.delete(key),
  };
}

test("answers come back as they were, and are forgotten when asked to", () => {
  const kept = memory();
  const answers = { ...NO_ANSWERS, name: "Ana", links: "ana.example\n" };
  expect(keepAnswers(kept, answers)).toBe(true);
  expect(readAnswers(kept)).toEqual(answers);
  keepAnswers(kept, null);
  expect(kept.all.size).toBe(0);
  expect(readAnswers(kept)).toEqual(NO_ANSWERS);
});

test("a description, too", () => {
  const kept = memory();
  expect(keepDescription(kept, "I’m Ana.")).toBe(true);
  expect(readDescription(kept)).toBe("I’m Ana.");
  keepDescription(kept, "");
  expect(kept.all.size).toBe(0);
  expect(readDescription(null)).toBe("");
});

test.each(["{", "null", "[]", '{"name":1}', '{"name":"A","work":[]}'])(
  "what can't be understood (%s) is no answer",
  (text) => expect(readAnswers(memory({ "cv2web.answers": text }))).toEqual(NO_ANSWERS),
);

test("a browser that keeps nothing, or has no room, says so and goes on", () => {
  expect(keepAnswers(null, NO_ANSWERS)).toBe(false);
  const full: Memory = {
    ...memory(),
    setItem: () => {
      throw new DOMException("full", "QuotaExceededError");
    },
  };
  expect(keepAnswers(full, NO_ANSWERS)).toBe(false);
  expect(readAnswers(null)).toEqual(NO_ANSWERS);
});
