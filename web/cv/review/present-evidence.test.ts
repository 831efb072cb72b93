import { describe, expect, test } from "vitest";
import type { Evidence } from "../../../shared/cv-document.ts";
import type { Resume } from "../../../shared/resume.ts";
import { presentEvidence } from "./present-evidence.ts";

const TIDAL = {
  name: "Tidal Software",
  position: "Engineer",
  location: "Gothenburg",
  startDate: "2019",
  highlights: ["Built the tide tables", "Kept the buoys talking", "Taught six people"],
};
const HARBOUR = {
  name: "Harbour Office",
  position: "Engineer",
  location: "Gothenburg",
  startDate: "2016",
};
const READ: Resume = {
  basics: { name: "Ada Lindqvist", email: "ada@mail.example" },
  work: [TIDAL, HARBOUR],
  skills: [{ name: "Sea", keywords: ["Tides", "Buoys"] }],
  languages: [{ language: "Swedish" }, { language: "Danish" }],
};
const POINTERS = [
  "/basics/email",
  "/work/0/name",
  "/work/0/highlights/0",
  "/work/0/highlights/2",
  "/work/1/name",
  "/skills/0/keywords/1",
  "/languages/1/language",
];
const EVIDENCE: readonly Evidence[] = POINTERS.map((pointer, line) => ({
  pointer,
  confidence: 0.9,
  places: [{ kind: "line", line }],
  rule: "a rule",
}));

/** From the pointer as read to the pointer now. */
const moved = (now: Resume) =>
  Object.fromEntries(
    presentEvidence(EVIDENCE, READ, now).map(({ readAs, pointer }) => [readAs, pointer]),
  );
const STILL = Object.fromEntries(POINTERS.map((pointer) => [pointer, pointer]));

describe("presentEvidence", () => {
  test("leaves all in place where nothing has moved", () => {
    expect(moved(READ)).toEqual(STILL);
  });

  test("follows entries that were reordered, with their places", () => {
    const now = { ...READ, work: [HARBOUR, TIDAL] };
    expect(moved(now)).toMatchObject({
      "/work/0/name": "/work/1/name",
      "/work/0/highlights/2": "/work/1/highlights/2",
      "/work/1/name": "/work/0/name",
    });
    const name = presentEvidence(EVIDENCE, READ, now).find((e) => e.pointer === "/work/0/name");
    expect(name?.places).toEqual([{ kind: "line", line: 4 }]);
  });

  test("drops a removed entry and moves up those below it", () => {
    const places = moved({ ...READ, work: [HARBOUR], languages: [{ language: "Danish" }] });
    expect(places["/work/0/name"]).toBeUndefined();
    expect(places["/work/0/highlights/0"]).toBeUndefined();
    expect(places["/work/1/name"]).toBe("/work/0/name");
    expect(places["/languages/1/language"]).toBe("/languages/0/language");
  });

  test("follows an entry that was corrected, and makes room for a new one", () => {
    const corrected = { ...TIDAL, name: "Tidal Works Ltd" };
    expect(moved({ ...READ, work: [{ name: "Lighthouse" }, HARBOUR, corrected] })).toMatchObject({
      "/work/0/name": "/work/2/name",
      "/work/1/name": "/work/1/name",
    });
  });

  test("follows items within an entry, one of them rewritten", () => {
    const highlights = ["Taught six good people", "Kept the buoys talking"];
    const places = moved({ ...READ, work: [{ ...TIDAL, highlights }, HARBOUR] });
    expect(places["/work/0/highlights/2"]).toBe("/work/0/highlights/0");
    expect(places["/work/0/highlights/0"]).toBeUndefined();
  });

  test("ties nothing to an entry that only shares a town and a job’s name with a removed one", () => {
    const other = { ...HARBOUR, name: "Lighthouse Keepers", startDate: "2022" };
    expect(moved({ ...READ, work: [TIDAL, other] })["/work/1/name"]).toBeUndefined();
  });

  test("a value that stands alone keeps its place whatever it says now", () => {
    const now = { ...READ, basics: { ...READ.basics, email: "lindqvist@post.example" } };
    expect(moved(now)["/basics/email"]).toBe("/basics/email");
  });

  test("tells entries apart that say the same", () => {
    const twice: Resume = { languages: [{ language: "Swedish" }, { language: "Swedish" }] };
    const both = [0, 1].map((at) => ({ ...EVIDENCE[0]!, pointer: `/languages/${at}/language` }));
    const one = { languages: [{ language: "Swedish" }] };
    expect(presentEvidence(both, twice, twice).map((e) => e.pointer)).toEqual(
      both.map((e) => e.pointer),
    );
    expect(presentEvidence(both, twice, one).map((e) => e.readAs)).toEqual([both[0]!.pointer]);
  });

  test("survives a section that is gone or is no list any more", () => {
    expect(moved({ basics: READ.basics } as Resume)).toEqual({ "/basics/email": "/basics/email" });
    expect(moved({ ...READ, work: "none" } as unknown as Resume)["/work/0/name"]).toBeUndefined();
  });
});
