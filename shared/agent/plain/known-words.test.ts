import { describe, expect, it } from "vitest";
import type { Resume } from "../../resume.ts";
import { context, resume } from "./test-site.ts";
import { understand } from "./understand.ts";

const rower: Resume = {
  ...resume,
  basics: {
    ...resume.basics,
    summary: "I lead a crew and write about experiance.",
    location: { city: "Uppsala", region: "Uppland", countryCode: "SE" },
  },
  work: [
    { name: "Acme", position: "Engineer", highlights: ["Shipped it", "Wrote the tide model"] },
    { name: "Tidewatch", position: "Intern" },
  ],
  education: [{ institution: "Uppsala University", studyType: "MSc", area: "Physics" }],
  awards: [{ title: "Golden Anchor", awarder: "Harbour Guild" }],
  interests: [{ name: "Rowing" }],
};
const ask = (text: string) => understand(text, { ...context, resume: rower });
const after = (text: string): Resume => {
  const step = ask(text)?.at(-1)?.step;
  if (step?.kind !== "resume") throw new Error(`“${text}” changes no content`);
  return step.resume;
};

describe("what is named by what stands there", () => {
  it("is the place", () => {
    expect(after("Uppsala is enough, no need for Uppland").basics?.location).toEqual({
      city: "Uppsala",
      countryCode: "SE",
    });
    expect(after("only show the town").basics?.location).toEqual({ city: "Uppsala" });
    expect(after("don't show Sweden, just Uppsala").basics?.location).toEqual({
      city: "Uppsala",
      region: "Uppland",
    });
    expect(ask("Lisbon is enough, no need for Uppland")).toBeNull();
    expect(after("Acme: add Malmö as location").work?.[0]).toMatchObject({ location: "Malmö" });
    expect(ask("Acme: add Malmö as highlight of the year")?.[0]?.kindId).not.toBe(
      "job-place-added",
    );
  });

  it("is a line, a giver, a grade", () => {
    expect(after("put the bullet about the tide model first").work?.[0]?.highlights).toEqual([
      "Wrote the tide model",
      "Shipped it",
    ]);
    expect(ask("put the bullet about whales first")).toBeNull();
    expect(after("awarder should be Crew of the Year Fund").awards?.[0]?.awarder).toBe(
      "Crew of the Year Fund",
    );
    expect(after("MSc was with distinction").education?.[0]?.score).toBe("Distinction");
  });

  it("is a slip of the pen that stands there once", () => {
    expect(after("experiance should be experience").basics?.summary).toContain("experience");
    expect(after("lead should be led").basics?.summary).toContain("I led a crew");
    expect(ask("lead should be captain")).toBeNull();
    expect(ask("nowhere should be somewhere")).toBeNull();
  });
});

describe("what people tell of themselves", () => {
  it.each([
    ["say I'm available from May", "I am available from May."],
    ["available from May 2027", "Available from May 2027."],
    ["say that I am looking for work at sea", "I am looking for work at sea."],
  ])("“%s” stands in the summary", (text, sentence) => {
    expect(after(text).basics?.summary?.endsWith(sentence)).toBe(true);
  });

  it.each([
    "available on request",
    "say I am happy",
    "available in teal",
    "say that I'm open to moving, worded nicely",
    "open the design panel",
  ])("isn’t heard in “%s”", (text) => {
    expect(ask(text)).toBeNull();
  });

  it("is what they like, by the list’s name before it", () => {
    expect(after("Interests: add chess").interests?.at(-1)).toEqual({ name: "chess" });
  });

  it("is a greeting", () => {
    expect(ask("hello")).toMatchObject([{ kindId: "greeting", step: { kind: "nothing" } }]);
    expect(ask("thanks, looks great")).toMatchObject([{ kindId: "thanks" }]);
  });

  it("is the number that they have on WhatsApp too", () => {
    const number = "+44 7700 900457";
    const reachable = { ...rower, basics: { ...rower.basics, phone: number } };
    const step = understand("add WhatsApp, same number", { ...context, resume: reachable })?.[0]
      ?.step;
    expect(step?.kind === "resume" && step.resume.basics?.profiles?.at(-1)?.url).toBe(
      "https://wa.me/447700900457",
    );
  });
});
