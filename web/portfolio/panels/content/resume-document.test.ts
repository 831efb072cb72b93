import { describe, expect, it } from "vitest";
import { RESUME_LISTS, resumeSchema } from "../../../../shared/resume.ts";
import { entryBeside, entryTitle } from "./entry-text.ts";
import { setAt } from "./edit-json.ts";
import { readResumeDocument, resumeChange } from "./resume-document.ts";
import { BASICS_FIELDS, FORM_SECTIONS, formSection, LOCATION_FIELDS } from "./resume-fields.ts";

const PATH = "src/data/resume.json";

describe("the résumé document", () => {
  it("keeps unknown keys and key order through an edit", () => {
    const text = `{ "x_mine": 1, "basics": { "zeta": [], "name": "Ada" } }`;
    const read = readResumeDocument({ [PATH]: text });
    if (!read.ok) throw new Error(read.failure.message);
    const change = resumeChange(setAt(read.value, "/basics/name", "Grace"));
    expect(change).toEqual({
      path: PATH,
      content: `{\n  "x_mine": 1,\n  "basics": {\n    "zeta": [],\n    "name": "Grace"\n  }\n}\n`,
    });
  });
  it.each(["{ nope", `{"work": "none"}`, `{"basics": {"name": 4}}`])("refuses %s", (text) => {
    expect(readResumeDocument({ [PATH]: text })).toMatchObject({ failure: { kind: "invalid" } });
  });
  it("says when the file is missing", () => {
    expect(readResumeDocument({})).toMatchObject({ ok: false });
  });
});

describe("the form's tables", () => {
  /** Of ours, beside the standard's. */
  const added: Readonly<Record<string, readonly string[]>> = { projects: ["image"] };
  it("have every list and every field of JSON Resume", () => {
    expect(FORM_SECTIONS.map((section) => section.id).sort()).toEqual([...RESUME_LISTS].sort());
    for (const section of FORM_SECTIONS) {
      const known = Object.keys(resumeSchema.shape[section.id].unwrap().element.shape);
      expect(section.fields.map((field) => field.key).sort()).toEqual(
        [...known, ...(added[section.id] ?? [])].sort(),
      );
    }
  });
  it("have every field of the basics", () => {
    const basics = resumeSchema.shape.basics.unwrap().shape;
    const own = Object.keys(basics).filter((key) => !/^(image|profiles|location)$/.test(key));
    expect(BASICS_FIELDS.map((field) => field.key).sort()).toEqual(own.sort());
    expect(LOCATION_FIELDS.map((field) => field.key.replace("location/", "")).sort()).toEqual(
      Object.keys(basics.location.unwrap().shape).sort(),
    );
  });
});

describe("an entry in its list", () => {
  const work = formSection("work")!;
  it("is named by company, then position, with its time", () => {
    const entry = { name: "Northwind", position: "Engineer", startDate: "2020-03" };
    expect(entryTitle(work, entry)).toBe("Northwind");
    expect(entryBeside(work, entry)).toBe("Engineer · Mar 2020 – present");
  });
  it("doesn't repeat its title", () => {
    expect(entryBeside(work, { position: "Engineer" })).toBe("");
  });
  it("has words when it is empty", () => {
    expect(entryTitle(work, {})).toBe("Untitled job");
    expect(entryTitle(formSection("awards")!, {})).toBe("Untitled award");
  });
});
