import { describe, expect, it } from "vitest";
import { understand } from "./understand.ts";
import { context } from "./test-site.ts";

const resume = {
  basics: { name: "Ada Byron", url: "https://ada.example", phone: "+44 20 7946 0000" },
  work: [{ name: "Harbour Press", position: "Printer", startDate: "2019-01" }],
  education: [{ institution: "University of Porto", area: "Physics", startDate: "2009" }],
  projects: [{ name: "Tide Clock", description: "A clock." }],
  skills: [{ name: "Letterpress" }],
  references: [{ name: "Tom Reed", reference: "Careful." }],
};
const here = { ...context, resume };
const ask = (text: string) => understand(text, here);
const resumeAfter = (text: string) => {
  const step = ask(text)?.at(-1)?.step;
  if (step?.kind !== "resume") throw new Error(`${text}: ${JSON.stringify(step)}`);
  return step.resume;
};

describe("the way that is asked for", () => {
  it.each([
    ["where can I get the source", "ask-export"],
    ["how do I start from scratch?", "ask-undo-all"],
  ])("is told where it is, and not as words to write: %s", (text, kindId) => {
    expect(ask(text)).toMatchObject([{ kindId }]);
  });
});

describe("values that hold words of the sentence", () => {
  it.each([
    "put my website adress away, there will be this one",
    "can I have the website as a zip",
    "put my skills into rows of tags",
    "skills: another style",
    "can I have the skills simply as a list, without the boxes?",
    "Harbour Press is in Hull now but from next month York. change the city to York",
    "the reference from Tom Reed is out of date, take it down",
    "Tide Clock should link to the badge: https://tide.example/a",
    "I studied in Braga so put that for University of Porto",
    "my time at University of Porto was 2011-2013",
  ])("aren’t taken for them: %s", (text) => {
    expect(ask(text)).toBeNull();
  });

  it.each([
    [
      "add award: Printer of the Year 2023, Northern Guild",
      { title: "Printer of the Year", date: "2023", awarder: "Northern Guild" },
    ],
    [
      "add an award: Gold Medal of the Printing Society, 2020",
      { title: "Gold Medal", date: "2020", awarder: "Printing Society" },
    ],
  ])("end where they end: %s", (text, award) => {
    expect(resumeAfter(text).awards?.at(-1)).toEqual(award);
  });

  it("lose what closes the sentence, or only says how they are meant", () => {
    expect(resumeAfter("my mobile should be +44 7700 900812.").basics?.phone).toBe(
      "+44 7700 900812",
    );
    expect(resumeAfter("I'm Lead Printer now at Harbour Press").work?.[0]?.position).toBe(
      "Lead Printer",
    );
    expect(resumeAfter('add publication "Ink and Tide" (2024)').publications?.at(-1)).toEqual({
      name: "Ink and Tide",
      releaseDate: "2024",
    });
    expect(resumeAfter("under Tide Clock put exactly: Runs on water").projects?.[0]).toMatchObject({
      highlights: ["Runs on water"],
    });
    expect(resumeAfter("put my website away").basics?.url).toBeUndefined();
  });

  it("are headings where a section is called so", () => {
    for (const [text, title] of [
      ['and call work history "Positions held"', "Positions held"],
      ['"Projects" should be "On the side"', "On the side"],
    ] as const) {
      const step = ask(text)?.[0]?.step;
      expect(step?.kind === "theme" && step.theme.sections.some((one) => one.title === title)).toBe(
        true,
      );
    }
  });
});
