import { describe, expect, it } from "vitest";
import type { Resume } from "../../resume.ts";
import { countryCode } from "./place-part-kinds.ts";
import { context, resume, theme } from "./test-site.ts";
import { understand } from "./understand.ts";

const sailor: Resume = {
  ...resume,
  basics: {
    ...resume.basics,
    location: { city: "Uppsala", postalCode: "753 09", region: "Uppland", countryCode: "SE" },
  },
  work: [
    { name: "Acme", position: "Engineer", startDate: "2019-03" },
    { name: "Tidewatch", position: "Intern", startDate: "2016-05", endDate: "2018-06-30" },
  ],
  projects: [
    {
      name: "The Knot Book",
      description: "Forty knots.",
      startDate: "2021-04",
      keywords: ["rope"],
    },
    { name: "Lamp" },
  ],
  awards: [{ title: "Golden Anchor", awarder: "Harbour Guild", date: "2020-05", summary: "Rare." }],
  certificates: [
    { name: "Yachtmaster", issuer: "RYA", date: "2015-02", url: "https://rya.example" },
  ],
  interests: [{ name: "Carving" }],
};
const ask = (text: string) => understand(text, { ...context, resume: sailor });
const after = (text: string): Resume => {
  const step = ask(text)?.at(-1)?.step;
  if (step?.kind !== "resume") throw new Error(`“${text}” changes no content`);
  return step.resume;
};

describe("parts of the place", () => {
  it.each([
    ["remove my region", { city: "Uppsala", postalCode: "753 09", countryCode: "SE" }],
    ["hide the country", { city: "Uppsala", postalCode: "753 09", region: "Uppland" }],
    ["hide my postcode", { city: "Uppsala", region: "Uppland", countryCode: "SE" }],
    ["my country is Portugal", { ...sailor.basics?.location, countryCode: "PT" }],
    ["country missing, should say UK", { ...sailor.basics?.location, countryCode: "GB" }],
    ["change my county to Skåne", { ...sailor.basics?.location, region: "Skåne" }],
    ["my postcode is BS1 4ST", { ...sailor.basics?.location, postalCode: "BS1 4ST" }],
  ])("change alone: %s", (text, location) => {
    expect(after(text).basics?.location).toEqual(location);
  });

  it.each(["my country is great", "my region is too long", "my postcode is wrong"])(
    "aren’t guessed: “%s”",
    (text) => {
      expect(ask(text)).toBeNull();
    },
  );

  it("know countries by any of their names", () => {
    expect(["the Netherlands", "USA", "Brazil", "Türkiye", "Narnia"].map(countryCode)).toEqual([
      "NL",
      "US",
      "BR",
      "TR",
      null,
    ]);
  });
});

describe("an entry in the wrong list", () => {
  it("goes to the other with its keys", () => {
    const { projects, publications } = after("move The Knot Book to publications");
    expect(projects).toEqual([{ name: "Lamp" }]);
    expect(publications).toEqual([
      { name: "The Knot Book", summary: "Forty knots.", releaseDate: "2021-04" },
    ]);
    expect(ask("move The Knot Book to publications")?.[0]?.said).toContain("keywords");

    expect(after("Golden Anchor is a certificate, not an award")).toMatchObject({
      awards: [],
      certificates: [
        { name: "Yachtmaster" },
        { name: "Golden Anchor", issuer: "Harbour Guild", date: "2020-05" },
      ],
    });
    expect(after("Yachtmaster belongs under awards").awards?.[1]).toEqual({
      title: "Yachtmaster",
      awarder: "RYA",
      date: "2015-02",
    });
    expect(after("move Carving to skills").skills?.at(-1)).toEqual({ name: "Carving" });
  });

  it("says when that section is hidden", () => {
    const hidden = theme.sections.map((one) => ({ ...one, visible: one.id !== "publications" }));
    const site = { ...context, resume: sailor, theme: { ...theme, sections: hidden } };
    expect(understand("move Lamp to publications", site)?.[0]?.said).toContain("hidden");
  });

  it.each([
    "move Acme to projects",
    "move Lamp to languages",
    "move projects to publications",
    "turn Lamp into something better",
    "move Carving to awards",
  ])("isn’t made what it can’t be: “%s”", (text) => {
    expect(ask(text)).toBeNull();
  });
});

describe("years only", () => {
  it("are of one list or of all", () => {
    expect(after("only years in the work dates")).toMatchObject({
      work: [{ startDate: "2019" }, { startDate: "2016", endDate: "2018" }],
      awards: [{ date: "2020-05" }],
    });
    expect(after("only years, no months")).toMatchObject({
      work: [{ startDate: "2019" }, { endDate: "2018" }],
      awards: [{ date: "2020" }],
      certificates: [{ date: "2015" }],
    });
    expect(after("remove the months from the awards").awards?.[0]?.date).toBe("2020");
  });

  it("say so where there are no months", () => {
    expect(ask("only years in education")?.[0]?.said).toMatch(/no months/u);
    expect(ask("only years of experience count")).toBeNull();
  });
});
