import { expect, test } from "vitest";
import { foundSoFar } from "./found-so-far.ts";

const reading = { status: "reading", fileName: "cv.pdf" } as const;

test("knows nothing before the first step", () => {
  expect(foundSoFar({ ...reading, steps: [] })).toEqual({
    pages: null,
    sections: null,
    facts: null,
  });
});

test("takes what the steps tell, one or many", () => {
  const steps = [
    { name: "Text", ms: 20, detail: "1 page" },
    { name: "Lines", ms: 1 },
    { name: "Sections", ms: 2, detail: "7 sections" },
  ];
  expect(foundSoFar({ ...reading, steps })).toEqual({ pages: 1, sections: 7, facts: null });
});

test("doesn't take another count for one of the three", () => {
  const steps = [{ name: "Text", ms: 20, detail: "120 lines" }];
  expect(foundSoFar({ ...reading, steps }).pages).toBeNull();
});

test("prefers the final counts", () => {
  const counts = { pages: 2, sections: 7, facts: 48 };
  const steps = [{ name: "Sections", ms: 2, detail: "6 sections" }];
  expect(foundSoFar({ ...reading, steps, counts })).toEqual(counts);
});
