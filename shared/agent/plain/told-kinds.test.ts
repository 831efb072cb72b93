import { describe, expect, test } from "vitest";
import type { Resume } from "../../resume.ts";
import { context } from "./test-site.ts";
import { understand } from "./understand.ts";

const ask = (text: string) => understand(text, context);
const kindsOf = (text: string) => ask(text)?.map(({ kindId }) => kindId) ?? null;
const resumeAfter = (text: string): Resume => {
  const step = ask(text)?.at(-1)?.step;
  if (step?.kind !== "resume") throw new Error(`“${text}” changes no content.`);
  return step.resume;
};

describe("what people tell of themselves", () => {
  test.each([
    [
      "I worked at Globex from 2012 to 2014 as a sales assistant",
      "Globex",
      "sales assistant",
      "2012",
    ],
    ["I got a new job at Globex as a pilot since March 2024", "Globex", "pilot", "2024-03"],
    ["since 2023 I work for Globex as a project manager", "Globex", "project manager", "2023"],
    ["I was a barista at Globex between 2009 and 2011", "Globex", "barista", "2009"],
    ["add a job: Globex, software developer, 2014 to 2016", "Globex", "software developer", "2014"],
    ["add a job: software developer, Globex, 2014 to 2016", "Globex", "software developer", "2014"],
  ])("“%s” is a job", (text, name, position, startDate) => {
    expect(resumeAfter(text).work![0]).toMatchObject({ name, position, startDate });
  });

  test("a house and a calling that can’t be told apart are left to a model", () => {
    expect(ask("add a job: Globex, Harrow, 2014")).toBeNull();
    expect(ask("add education: Chalmers, Sound, 2011")).toBeNull();
  });

  test("one degree is the one that is meant", () => {
    const [school] = resumeAfter("I studied from 2010 to 2015").education!;
    expect(school).toMatchObject({ area: "Physics", startDate: "2010", endDate: "2015" });
    expect(resumeAfter("I finished university in 2014").education![0]!.endDate).toBe("2014");
    expect(resumeAfter("my degree was a Master of Science").education![0]!.studyType).toBe(
      "Master of Science",
    );
    expect(resumeAfter("add a PhD in Physics at KTH, 2018–2022").education![0]).toEqual({
      institution: "KTH",
      studyType: "PhD",
      area: "Physics",
      startDate: "2018",
      endDate: "2022",
    });
  });

  test("entries are mended in a sentence", () => {
    expect(
      resumeAfter("At Tidewatch I was actually a pilot, not an intern").work![1]!.position,
    ).toBe("pilot");
    expect(resumeAfter("I was promoted to Lead Engineer at Acme").work![0]!.position).toBe(
      "Lead Engineer",
    );
    expect(resumeAfter('remove "Shipped it" from Acme').work![0]!.highlights).toEqual([]);
    expect(resumeAfter("Tidewatch: 2015 - 2017").work![1]).toMatchObject({
      startDate: "2015",
      endDate: "2017",
    });
    expect(resumeAfter("Acme is in Stockholm").work![0]).toMatchObject({ location: "Stockholm" });
    expect(resumeAfter("I quit Acme in September").work![0]!.endDate).toBe("2026-09");
    expect(resumeAfter("I quit Acme in December").work![0]!.endDate).toBe("2025-12");
  });

  test("a value that can only be one thing is that, a calling only where it is known for one", () => {
    expect(resumeAfter("you can reach me at m@lindqvist.io").basics!.email).toBe("m@lindqvist.io");
    expect(resumeAfter("you can call me on 0701 234567").basics!.phone).toBe("0701 234567");
    expect(resumeAfter("my last name is now Berg").basics!.name).toBe("Mara Berg");
    expect(resumeAfter("I'm now a beekeeper").basics!.label).toBe("Beekeeper");
    expect(resumeAfter("I'm a Lead Engineer").basics!.label).toBe("Lead Engineer");
    expect(resumeAfter("add English").languages!.map(({ language }) => language)).toContain(
      "English",
    );
  });

  test.each([
    "I'm now a bit lost",
    "I'm a fan of this",
    "my summary is too long",
    "I learned a lot",
    "I learned that nobody reads it",
    "I was an idiot at times",
    "I was there from 2010 to 2012",
    "I have a degree of doubt",
    "I worked on this from Monday to Friday",
    "Acme is in trouble",
    "I did the dishes in 2022",
    "you can reach me at the office",
    "change projects to three columns",
    "add a button with the text Hire me",
  ])("“%s” is nothing of that", (text) => {
    expect(ask(text)).toBeNull();
  });

  test("sections stand between others, by their quoted names too", () => {
    expect(kindsOf("put skills between work and projects")).toEqual(["section-between"]);
    expect(kindsOf('change "Skills" to "What I do well"')).toEqual(["section-rename"]);
    expect(kindsOf("work should come first, then projects")).toEqual(["section-order"]);
    expect(kindsOf("dark theme with a green accent")).toEqual(["mode-dark", "colour-named"]);
  });

  test("a thank-you changes nothing", () => {
    expect(ask("thanks!")).toMatchObject([{ kindId: "thanks", step: { kind: "nothing" } }]);
  });
});
