import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { readCvText } from "../../web/cv/read/read-cv.ts";
import { explainReading } from "./explain-reading.ts";
import { extractResume } from "./extract-resume.ts";

const text = await readFile(join(import.meta.dirname, "../../tests/fixtures/cv/cv.txt"), "utf8");
const read = readCvText(text);
if (!read.ok) throw new Error(read.failure.message);
const document = read.value;

test("explains the very reading that the extraction gives", () => {
  const explained = explainReading(document)!;
  const { resume, evidence, counts } = extractResume(document);
  expect(explained.resume).toEqual(resume);
  expect(explained.evidence).toEqual(evidence);
  expect(explained.sections.filter(({ heading }) => heading)).toHaveLength(counts.sections);
});

test("names each heading's rule, and gives every line its column and place", () => {
  const { sections, lines, columns } = explainReading(document)!;
  expect(sections[0]).toMatchObject({
    kind: "header",
    heading: "",
    rule: "stands before the first heading",
    headingPlace: null,
  });
  const work = sections.find(({ kind }) => kind === "work")!;
  expect(work.rule).toBe("a heading’s word");
  expect(work.headingPlace).toMatchObject({ kind: "line" });
  expect(work.places.length).toBeGreaterThan(2);
  expect(columns).toBe(1);
  expect(lines.every(({ column, place }) => column === 0 && place.kind === "line")).toBe(true);
});

test("a résumé as data wasn't read", () => {
  expect(explainReading({ kind: "resume", format: "json-resume", resume: {} })).toBeNull();
});
