import { describe, expect, test } from "vitest";
import type { Resume } from "../../resume.ts";
import { analyseResume, ANALYSIS_RULES } from "./analyse-resume.ts";
import { placesOfFinding } from "./finding.ts";

const TODAY = "2026-11-21";

/** A CV that no rule has anything to say about. */
const STRONG: Resume = {
  basics: {
    name: "Ada Lindqvist",
    label: "Oceanographer",
    email: "ada@mail.example",
    url: "https://ada.example",
    summary: "I measure currents.",
    location: { city: "Bergen" },
  },
  work: [
    {
      name: "Tidal Software",
      position: "Engineer",
      startDate: "2021-03",
      highlights: ["Led 4 people", "Cut the time of a model run by 40 %"],
    },
    {
      name: "Fjord Institute",
      position: "Researcher",
      startDate: "2017-09",
      endDate: "2021-02",
      summary: "Ran twelve cruises.",
    },
  ],
  education: [{ institution: "Bergen", studyType: "MSc", startDate: "2012", endDate: "2017" }],
  skills: [{ name: "Hydrography" }],
};

const job = (changes: object): Resume => ({
  ...STRONG,
  work: [{ ...STRONG.work![0], ...changes }, STRONG.work![1]!],
});
const person = (changes: object): Resume => ({
  ...STRONG,
  basics: { ...STRONG.basics, ...changes },
});
const rulesOf = (resume: Resume) => analyseResume(resume, TODAY).map(({ rule }) => rule);
const long = Array.from({ length: 41 }, (_, i) => `word${i}`).join(" ");

test("a strong CV gets no remark", () => {
  expect(analyseResume(STRONG, TODAY)).toEqual([]);
});

/** What breaks each rule, and the nearest that doesn't. */
const CASES: Readonly<Record<string, readonly [weak: Resume, fine: Resume, pointer: string]>> = {
  "no-name": [person({ name: " " }), person({ name: "A" }), "/basics/name"],
  "no-contact": [
    person({ email: "", phone: undefined }),
    person({ email: "", phone: "+47 1" }),
    "/basics/email",
  ],
  "no-label": [person({ label: undefined }), person({ label: "Cook" }), "/basics/label"],
  "no-link": [
    person({ url: "" }),
    { ...person({ url: "" }), projects: [{ name: "A", url: "https://a.example" }] },
    "/basics/url",
  ],
  "no-summary": [person({ summary: "" }), person({ summary: "Short." }), "/basics/summary"],
  "no-place": [
    person({ location: {} }),
    person({ location: { region: "Vestland" } }),
    "/basics/location",
  ],
  "no-experience": [
    { ...STRONG, work: [] },
    { ...STRONG, work: [], projects: [{ name: "A" }] },
    "/work",
  ],
  "no-skills": [{ ...STRONG, skills: [] }, { ...STRONG, skills: [{ name: "A" }] }, "/skills"],
  "ends-before-start": [
    job({ startDate: "2022-05", endDate: "2022-04" }),
    job({ startDate: "2021-03", endDate: "2021" }),
    "/work/0",
  ],
  "future-date": [job({ endDate: "2026-12" }), job({ endDate: "2026-11" }), "/work/0"],
  "no-dates": [job({ startDate: undefined }), job({ startDate: "2021" }), "/work/0"],
  "no-start": [job({ startDate: undefined, endDate: "2024" }), job({ endDate: "2024" }), "/work/0"],
  "several-now": [
    {
      ...STRONG,
      work: ["A", "B", "C"].map((position) => ({ ...STRONG.work![0], position })),
    },
    { ...STRONG, work: ["A", "B"].map((position) => ({ ...STRONG.work![0], position })) },
    "/work/2",
  ],
  overlap: [job({ startDate: "2020-06" }), job({ startDate: "2021-01" }), "/work/0"],
  gap: [job({ startDate: "2021-10" }), job({ startDate: "2021-09" }), "/work/0"],
  "no-position": [job({ position: "" }), job({ position: "Cook" }), "/work/0"],
  "no-text": [job({ highlights: [] }), job({ highlights: [], summary: "Led 3." }), "/work/0"],
  "no-result": [
    job({ highlights: ["Improved the models since 2021"] }),
    job({ highlights: ["Halved the time of a run"] }),
    "/work/0",
  ],
  "weak-opening": [
    job({ highlights: ["Responsible for 3 ships"] }),
    job({ highlights: ["Built 3 ships, responsible for none"] }),
    "/work/0/highlights/0",
  ],
  repeated: [
    job({ highlights: ["Led 4 people.", "led 4 people"] }),
    job({ highlights: ["Led 4 people", "Led 5 people"] }),
    "/work/0/highlights/1",
  ],
  "long-item": [
    job({ highlights: [`1 ${long}`] }),
    job({ highlights: [long.replace("word0 ", "")] }),
    "/work/0/highlights/0",
  ],
  "many-items": [
    job({ highlights: Array.from({ length: 9 }, (_, i) => `Made thing ${i}`) }),
    job({ highlights: Array.from({ length: 8 }, (_, i) => `Made thing ${i}`) }),
    "/work/0",
  ],
  "long-summary": [
    person({ summary: `${long} ${long} ${long}` }),
    person({ summary: `${long} ${long}` }),
    "/basics/summary",
  ],
};

test("every rule has its case", () => {
  expect(Object.keys(CASES).sort()).toEqual(ANALYSIS_RULES.map(({ id }) => id).sort());
});

describe.each(Object.entries(CASES))("%s", (rule, [weak, fine, pointer]) => {
  test("is found, with its place and what to do", () => {
    const findings = analyseResume(weak, TODAY).filter((one) => one.rule === rule);
    expect(findings.map((one) => one.pointer)).toEqual([pointer]);
    expect(findings[0]!.sentence).toMatch(/^.{10,}[.]$/);
    expect(findings[0]!.why).toMatch(/\.$/);
    expect(findings[0]!.todo).toMatch(/\.$/);
  });
  test("is not found in the nearest that is fine", () => {
    expect(rulesOf(fine)).not.toContain(rule);
  });
});

describe("time is judged with what a date can mean", () => {
  test("years alone neither overlap nor leave a gap where they needn't", () => {
    const years = job({ startDate: "2021" });
    const work = [years.work![0]!, { ...STRONG.work![1], startDate: "2017", endDate: "2021" }];
    expect(rulesOf({ ...STRONG, work })).toEqual([]);
  });
  test("study and voluntary work fill a gap", () => {
    const resume = job({ startDate: "2022-10" });
    expect(rulesOf(resume)).toContain("gap");
    const volunteer = [{ organization: "Reef", startDate: "2021-02", endDate: "2022-09" }];
    expect(rulesOf({ ...resume, volunteer })).not.toContain("gap");
  });
  test("two posts at one employer may overlap", () => {
    expect(rulesOf(job({ name: "Fjord Institute", startDate: "2020-06" }))).not.toContain(
      "overlap",
    );
  });
  test("an older post isn't asked for results", () => {
    const older = { ...STRONG.work![1], startDate: "2001", endDate: "2002", summary: "Cooked." };
    const work = [STRONG.work![0]!, STRONG.work![1]!, STRONG.work![1]!, older];
    expect(analyseResume({ ...STRONG, work }, TODAY).filter((f) => f.rule === "no-result")).toEqual(
      [],
    );
  });
});

test("a finding shows at its own value, else at all that is under it", () => {
  const at = (line: number) => [{ kind: "line", line }] as const;
  const evidence = [
    { pointer: "/work/1/name", places: at(3), confidence: 1, rule: "" },
    { pointer: "/work/1/highlights/0", places: at(4), confidence: 1, rule: "" },
    { pointer: "/work/10/name", places: at(9), confidence: 1, rule: "" },
  ];
  expect(placesOfFinding({ pointer: "/work/1" }, evidence)).toEqual([...at(3), ...at(4)]);
  expect(placesOfFinding({ pointer: "/work/1/highlights/0" }, evidence)).toEqual(at(4));
  expect(placesOfFinding({ pointer: "/basics/email" }, evidence)).toEqual([]);
});
