import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { CvDocument } from "../cv-document.ts";
import { isoDate, resumeSchema } from "../resume.ts";
import { extractResume } from "./extract-resume.ts";
import { flowOf, pageOf } from "./test-documents.ts";

const CV = `# Marta Quillfeather
Harbour pilot
marta@quillfeather.example | +44 20 7946 0321 | Plymouth, UK | quillfeather.example
## Experience
### Harbour Pilot — Sound Pilotage Ltd
May 2016 – Present
- Brought 4,100 ships in without a scratch.
### Deck Officer — Western Ferries Ltd
2009 – 2016
- Kept the night watch.
## Education
### BSc, Nautical Science
University of Tamar · 2005 – 2009
## Languages
- English (native)
- Breton (basic)`;

describe("extractResume", () => {
  const { resume, evidence, counts } = extractResume(flowOf(CV));

  it("fills the sections of a plain CV", () => {
    expect(resume.basics).toMatchObject({
      name: "Marta Quillfeather",
      label: "Harbour pilot",
      email: "marta@quillfeather.example",
      url: "https://quillfeather.example",
      location: { city: "Plymouth" },
    });
    expect(resume.work).toMatchObject([
      { name: "Sound Pilotage Ltd", position: "Harbour Pilot", startDate: "2016-05" },
      { name: "Western Ferries Ltd", startDate: "2009", endDate: "2016" },
    ]);
    expect(resume.education).toMatchObject([
      { institution: "University of Tamar", studyType: "BSc", area: "Nautical Science" },
    ]);
    expect(resume.languages).toEqual([
      { language: "English", fluency: "native" },
      { language: "Breton", fluency: "basic" },
    ]);
    expect(resume.meta?.language).toBe("en");
  });

  it("gives every value its place, rule and confidence", () => {
    const pointers = new Map(evidence.map((item) => [item.pointer, item]));
    expect(pointers.get("/work/0/name")).toMatchObject({ places: [{ kind: "line", line: 5 }] });
    for (const { confidence, rule, places } of evidence) {
      expect(confidence).toBeGreaterThan(0);
      expect(confidence).toBeLessThanOrEqual(1);
      expect(rule).not.toBe("");
      expect(places.length).toBeGreaterThan(0);
    }
    expect(counts.facts).toBe(evidence.length);
  });

  it("tells positions at one employer apart", () => {
    const { resume: two } = extractResume(
      flowOf(
        `# Ada\n## Experience\n### Engineer — Acme Ltd\n2019 – 2021\n- a thing\n### Intern — Acme Ltd\n2018 – 2019\n- another`,
      ),
    );
    expect(two.work?.map((job) => [job.name, job.position])).toEqual([
      ["Acme Ltd", "Engineer"],
      ["Acme Ltd", "Intern"],
    ]);
  });

  it("passes a résumé through unchanged", () => {
    const given = { basics: { name: "Ada" }, work: [{ name: "Acme", extra: 1 }], other: [null] };
    expect(
      extractResume({ kind: "resume", format: "json-resume", resume: given as never }).resume,
    ).toBe(given);
  });
});

const lettersOf = (text: string): string => text.normalize("NFKC").replace(/[^\p{L}\p{N}]/gu, "");

/** Every text of a résumé but its dates, which are written anew. */
function textsOf(value: unknown): string[] {
  if (typeof value === "string")
    return isoDate.safeParse(value).success ? [] : [value.replace(/^https:\/\//, "")];
  if (value && typeof value === "object") return Object.values(value).flatMap(textsOf);
  return [];
}

describe("any document", () => {
  const word = fc.constantFrom(
    "Experience",
    "Skills",
    "2019 – 2021",
    "Acme GmbH",
    "Engineer",
    "• did",
    "a@b.example",
    "Sprachen",
    "Deutsch – gut",
    "+49 30 901820",
    "，",
    "工作经历",
    "Ada",
    "Education",
    "BSc",
    "–",
    "linkedin.com/in/a",
    "Berlin, Germany",
  );
  const line = fc.array(word, { minLength: 1, maxLength: 4 }).map((words) => words.join(" "));
  const flow = fc
    .array(line, { maxLength: 25 })
    .map((lines): CvDocument => flowOf(lines.join("\n")));
  const placed = fc.record({
    text: fc.oneof(word, fc.string({ minLength: 1, maxLength: 30 })),
    x: fc.integer({ min: 0, max: 500 }),
    y: fc.integer({ min: 0, max: 800 }),
    size: fc.integer({ min: 6, max: 30 }),
    bold: fc.boolean(),
  });
  const paper = fc.array(placed, { maxLength: 40 }).map((runs): CvDocument => pageOf(runs));

  it("gives a valid résumé, and never throws", () => {
    fc.assert(
      fc.property(fc.oneof(flow, paper), (document) => {
        expect(resumeSchema.safeParse(extractResume(document).resume).success).toBe(true);
      }),
      { numRuns: 150 },
    );
  });

  it("a language’s level doesn’t go on in a line that has dates of its own", () => {
    const { languages } = extractResume(
      flowOf("Sprachen\nDeutsch – gut\n2019 – 2021 Experience"),
    ).resume;
    expect(languages).toEqual([{ language: "Deutsch", fluency: "gut" }]);
  });

  it("invents nothing: each text stands in the document", () => {
    fc.assert(
      fc.property(flow, (document) => {
        const { basics, ...lists } = extractResume(document).resume;
        const all = lettersOf(
          document.kind === "flow" ? document.lines.map((l) => l.text).join("") : "",
        );
        const { profiles: _profiles, ...own } = basics ?? {};
        for (const text of textsOf({ ...lists, own, meta: undefined }))
          expect(all).toContain(lettersOf(text).slice(0, 20));
      }),
      { numRuns: 100 },
    );
  });
});

it("writes what JSON Resume's own schema accepts", async () => {
  // The package has no types of its own.
  const { validate } = (await import("@jsonresume/schema" as string)) as {
    validate: (resume: unknown, done: (errors: unknown) => void) => void;
  };
  const errors = await new Promise((resolve) =>
    validate(extractResume(flowOf(CV)).resume, (found) => resolve(found)),
  );
  expect(errors ?? null).toBeNull();
});
