import { describe, expect, it } from "vitest";
import type { Resume } from "../../../resume.ts";
import { context as site } from "../test-site.ts";
import { understand } from "../understand.ts";
import { offersFor } from "./offers.ts";

const resume: Resume = {
  basics: { name: "Ines Vale", label: "Senior Beekeeper", location: { city: "Porto" } },
  work: [
    {
      name: "Ash & Elder Honey",
      position: "Senior Beekeeper",
      startDate: "2019-03",
      highlights: [
        "Run a crew of five through the heather season",
        "Cut losses over winter by 30%",
        "Keep more than 200 hives in three valleys",
      ],
    },
    { name: "Lisbon City Gardens", position: "Gardener", startDate: "2015", endDate: "2019" },
  ],
  education: [
    { institution: "University of Coimbra", studyType: "MSc", area: "Biology", startDate: "2011" },
  ],
  skills: [{ name: "Hand grafting" }, { name: "Smokers" }],
  interests: [{ name: "Accordion playing" }],
  certificates: [{ name: "Bee Health Certificate", issuer: "DGAV" }],
  references: [{ name: "Rui Matos", reference: "Sure hands." }],
  volunteer: [{ organization: "Dune Watch", position: "Counter" }],
  projects: [{ name: "Dune Survey", description: "Four-year count of the dune bees." }],
};
const context = { ...site, resume, today: "2026-11-21" };
const requests = (text: string) => offersFor(text, context).offers.map(({ request }) => request);

describe("what is to stand for what stands there", () => {
  it.each([
    ["Accordion, not accordion playing", 'rename "Accordion playing" to "Accordion"'],
    ["It's Ruy Matos not Rui", 'rename the reference "Rui Matos" to "Ruy Matos"'],
    ["Lisbon Botanic Gardens not City", 'rename "Lisbon City Gardens" to "Lisbon Botanic Gardens"'],
    [
      "Master Beekeeper instead of Senior Beekeeper under my name",
      'my headline is "Master Beekeeper"',
    ],
    [
      "Smokers (Dadant, Bienen) instead of smokers",
      'rename "Smokers" to "Smokers (Dadant, Bienen)"',
    ],
    ["30% is not true anymore say by a quarter", 'replace "by 30%" with "by a quarter"'],
    ["replace heather with clover", 'replace "heather" with "clover"'],
    ["Dune survey: its a six-year count", 'replace "Four" with "Six"'],
    ["the hives: it was over 260 hives in the end", 'replace "more than 200" with "over 260"'],
    ["Ash and Elder Honey, without &", 'rename "Ash & Elder Honey" to "Ash and Elder Honey"'],
  ])("is said: “%s”", (text, wanted) => {
    expect(requests(text)[0]).toBe(wanted);
  });

  it.each([
    ["Ash & Elder Honey Lda", 'rename "Ash & Elder Honey" to "Ash & Elder Honey Lda"'],
    ["Run a crew of seven", 'replace "five" with "seven"'],
    [
      "Master of Science, don't abbreviate",
      'the degree at "University of Coimbra" is "Master of Science"',
    ],
    [
      "there's a typo, it should be 'Bee Health Certificate Level 2'",
      'rename "Bee Health Certificate" to "Bee Health Certificate Level 2"',
    ],
  ])("is said anew in full: “%s”", (text, wanted) => {
    expect(requests(text)[0]).toBe(wanted);
  });

  it.each([
    "I work at Ash & Elder, not the gardens",
    "Move skills up, not interests",
    "Coffee, not tea",
    "hide the gardens, not the honey",
  ])("isn’t: “%s”", (text) => {
    expect(requests(text).filter((one) => /^(?:rename|replace)/u.test(one))).toEqual([]);
  });
});

it("sets the title of a volunteer post", () => {
  const [done] = understand('my title at "Dune Watch" is "Warden"', context)!;
  expect(done!.said).toContain("Warden");
});

describe("what is new, or spoken of in short", () => {
  it.each([
    [
      "add that i got Keeper of the year at ash & elder, 2018",
      'add the award "Keeper of the year" from Ash & Elder Honey, 2018',
    ],
    [
      "add my leaving cert, Colégio Douro 2008",
      "add a school: Leaving cert at Colégio Douro, 2008",
    ],
    ["Add welding (beginner)", 'add the skill "Welding (beginner)"'],
    [
      'say "Master Grafter, FNAP, 2020" under certificates',
      'add the certificate "Master Grafter" from FNAP, 2020',
    ],
    ["put 'forklift licence' somewhere", 'add the certificate "Forklift licence"'],
    ["get the bee certificate off, it ran out", 'remove the certificate "Bee Health Certificate"'],
    ["delete the winter one", 'remove "Cut losses over winter by 30%"'],
    ["The MSc was with distinction", 'the grade at "University of Coimbra" is "distinction"'],
    ["LCG was 2014-2018", '"Lisbon City Gardens": 2014 – 2018'],
    [
      "dune watch: I'm deputy warden leader now",
      'my title at "Dune Watch" is "Deputy warden leader"',
    ],
  ])("is meant: “%s”", (text, wanted) => {
    expect(requests(text)[0]).toBe(wanted);
  });
});
