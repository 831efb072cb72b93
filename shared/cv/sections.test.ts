import { describe, expect, it } from "vitest";
import { headingKind } from "./heading-words.ts";
import { readLines } from "./read-lines.ts";
import { findSections } from "./sections.ts";
import { flowOf, pageOf } from "./test-documents.ts";

const kindsOf = (document: Parameters<typeof readLines>[0]): string[] =>
  findSections(readLines(document)).map((section) => section.kind);

describe("headingKind", () => {
  it.each([
    ["Work Experience", "work"],
    ["E D U C AT I O N ( 1 )", "education"],
    ["BERUFSERFAHRUNG", "work"],
    ["Centres d’intérêt", "interests"],
    ["Competências", "skills"],
    ["Istruzione e formazione", "education"],
    ["工作经历", "work"],
    ["資格・免許", "certificates"],
    ["Skills & Interests", "skills"],
  ])("knows %s", (text, kind) => expect(headingKind(text)).toBe(kind));

  it("takes no sentence, address or date for a heading", () => {
    for (const text of ["I have much experience with skills", "work@example.org", "Education 2019"])
      expect(headingKind(text)).toBeNull();
  });
});

describe("findSections", () => {
  it("cuts at headings and keeps what stands before the first", () => {
    const document = flowOf("Ada Example\n## Skills\nC\n## Education\nBSc");
    expect(kindsOf(document as never)).toEqual(["header", "skills", "education"]);
  });

  it("makes a section of a heading set like the others though no table holds it", () => {
    const document = flowOf("Ada\n## Skills\nC\n## Welcome to my page\nText\n## Education\nBSc");
    expect(kindsOf(document as never)).toEqual(["header", "skills", "other", "education"]);
  });

  it("takes a label left of its section for its heading", () => {
    const document = pageOf([
      { text: "Work", x: 40, y: 100 },
      { text: "Harbour Light Ltd", x: 160, y: 100, bold: true },
      { text: "Keeper of the lamp, the log and the fog horn", x: 160, y: 114 },
      { text: "Education", x: 40, y: 160 },
      { text: "Tamar College", x: 160, y: 160, bold: true },
    ]);
    expect(kindsOf(document as never)).toEqual(["work", "education"]);
  });
});

describe("groups of skills with headings of their own", () => {
  it("are skills beside the languages, named by their headings", () => {
    const text =
      "# Orla Tinsmith\n## Experience\nTinker, 2018 – 2020\n## Torches\nPropane\nAcetylene\n## Languages\nIrish (native)";
    expect(kindsOf(flowOf(text) as never)).toEqual(["header", "work", "skills", "languages"]);
  });

  it("are not made of what has dates, sentences or a name in the table", () => {
    for (const section of [
      "Torches\nPropane 2019\nGas 2020",
      "Memberships\nTin Guild\nPot Guild",
    ]) {
      const text = `# Orla Tinsmith\n## Experience\nTinker, 2018 – 2020\n## ${section}\n## Languages\nIrish (native)`;
      expect(kindsOf(flowOf(text) as never)).toEqual(["header", "work", "other", "languages"]);
    }
  });
});
