import { describe, expect, it } from "vitest";
import type { PlainContext } from "./plain-kind.ts";
import { plainerForms } from "./rewordings.ts";
import { context, resume } from "./test-site.ts";
import { understand } from "./understand.ts";

const resumeAfter = (text: string, over: Partial<PlainContext> = {}) => {
  const step = understand(text, { ...context, ...over })?.at(-1)?.step;
  if (step?.kind !== "resume") throw new Error(`“${text}” changes no content`);
  return step.resume;
};

describe("what stands around a request", () => {
  it.each([
    ["hide my phone number please, I don't want it public", "Your phone number is gone"],
    ["remove Tidewatch, it's too long ago", "The job “Tidewatch” is gone."],
    ["Take Grace off the site? She asked me not to list her anymore.", "“Grace” is gone."],
    ["it's a bit boring. dark mode", "The site is dark now."],
    ["hide my email but keep the linkedin", "Your e-mail address is gone from the site."],
    ["the first bullet at Acme, delete it", "“Shipped it” is gone from Acme."],
    ["French, B1. add it to languages", "Your languages have “French” now."],
    ["I dont like this font", "The fonts are"],
  ])("isn’t part of “%s”", (text, said) => {
    expect(
      understand(text, context)
        ?.map((part) => part.said)
        .join(" "),
    ).toContain(said);
  });

  it("never goes into a value", () => {
    expect(resumeAfter("I moved to Porto last month").basics?.location?.city).toBe("Porto");
    expect(
      resumeAfter("The name should be Mara Lindqvist Berg, I got married this summer").basics?.name,
    ).toBe("Mara Lindqvist Berg");
    expect(
      resumeAfter("correct my title at Acme, it was Lead engineer and not Engineer").work![0],
    ).toMatchObject({ position: "Lead engineer" });
    expect(resumeAfter("My name is Maria, not Mara").basics?.name).toBe("Maria Lindqvist");
    expect(
      resumeAfter(
        "add a project called Buoy, a clock I made in 2023, link is buoy.example",
      ).projects!.at(-1),
    ).toMatchObject({ name: "Buoy", url: "https://buoy.example", startDate: "2023" });
  });

  it.each([
    // A look is no fact.
    "Put my name in all caps and make it really big",
    "put my headline in italics",
    // A town is no employer.
    "Add a new job: Freelance Product Designer, since June 2025, Uppsala",
    // The second would undo the first.
    "navy blue and gold",
    "grey and white",
    // What is told besides may be another fact.
    "make it dark, I work at Globex now",
    "hide references. My boss at Globex said yes",
    "dark mode, but not the header",
    "hide my email and keep it in the footer",
    "the headline is wrong, it's from my old job",
    "fix the headline, it's confusing",
    "My hobbies changed. Add it to skills",
    "Acme should be a link",
    "interests should be short and sweet",
    "make it blue, not dark",
    "change my headline to Head of Design, effective next month",
    "my title at Acme is Lead engineer since 2022",
    "my headline is Designer. Make it bigger.",
    "change the summary to something better",
    "I'm based in Porto, moving to Berlin in May",
    "my location is hybrid",
    "My Swedish is better than B2",
    "interests should be chess and nothing else",
    "I'm in a hurry",
    "I live in a small village near Porto",
    "my surname is hyphenated",
    "change Acme to 2017-2021",
    "change Swedish to the top",
    "add skills like Figma and Sketch",
    "I know Sketch but I'm rusty",
    "add the award I got last year",
    "add certificate: Google UX, expired",
    "add a certificate in UX from Google",
    "I worked at Contoso as a lead from 2019 to 2020, before Acme",
    "I won the Golden Pixel in 2023 together with Ana",
    "Lamp is called by some people a masterpiece",
    "Acme should be Acme AG and end in 2022",
    "hide references but keep Grace",
    "rename projects to Work and make the title bigger",
  ])("isn’t left out of “%s”", (text) => {
    expect(understand(text, context)).toBeNull();
  });

  it("stays where it is quoted", () => {
    const title = understand('rename about to "Hi, I am Mara"', context)?.[0]?.said;
    expect(title).toBe("About is called “Hi, I am Mara” now.");
  });

  it("is dropped from no more than some forty forms", () => {
    const story = "it's too dark, because I like light, so it is better. ".repeat(8);
    expect(plainerForms(story.trim(), context).length).toBeLessThanOrEqual(60);
  });
});

describe("corrections", () => {
  it("of dates, levels and lists change just that", () => {
    expect(
      resumeAfter("The end date at Tidewatch is wrong, it should be March 2019").work![1],
    ).toEqual({ ...resume.work![1], endDate: "2019-03" });
    expect(resumeAfter("Swedish should be C1").languages).toEqual([
      { language: "Swedish", fluency: "C1" },
    ]);
    const own = { ...resume, interests: [{ name: "chess" }] };
    expect(
      resumeAfter("interests should be sailing, chess and tea", { resume: own }).interests,
    ).toEqual([{ name: "sailing" }, { name: "chess" }, { name: "tea" }]);
    const won = { ...resume, awards: [{ title: "Red Dot", date: "2020" }] };
    expect(resumeAfter("Red Dot was 2021", { resume: won }).awards![0]!.date).toBe("2021");
  });

  it("of words in quotation marks happen in the texts", () => {
    const typo = { ...resume, basics: { ...resume.basics, summary: "My experiance is long." } };
    expect(
      resumeAfter('Typo in the about: "experiance" should be "experience"', { resume: typo }).basics
        ?.summary,
    ).toBe("My experience is long.");
  });

  it("undo as often as it says", () => {
    expect(understand("undo the last two changes", context)).toHaveLength(2);
  });
});
