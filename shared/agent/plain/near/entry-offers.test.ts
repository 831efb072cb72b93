import { describe, expect, it } from "vitest";
import type { Resume } from "../../../resume.ts";
import { context as site } from "../test-site.ts";
import { offersFor } from "./offers.ts";

const resume: Resume = {
  basics: { name: "Oda Lindqvist", label: "Head Gardener", location: { city: "Malmo" } },
  work: [
    { name: "Bramble & Daughters Nursery", position: "Head Gardener", startDate: "2020-04" },
    { name: "Fern Street Park", position: "Park Ranger", startDate: "2015-03", endDate: "2020-03" },
    {
      name: "Malmo Garden Trust",
      position: "Apprentice",
      startDate: "2012-08",
      endDate: "2015-02",
    },
  ],
  education: [
    {
      institution: "Ecole du Jardin",
      studyType: "Diploma",
      area: "Garden Design",
      endDate: "2012-06",
    },
  ],
  volunteer: [{ organization: "River Watch", position: "Counter", startDate: "2018-05" }],
  projects: [{ name: "Moss Atlas" }, { name: "Seed Swap" }],
  skills: [{ name: "Pruning" }, { name: "Chainsaw" }, { name: "Soil tests" }],
  languages: [
    { language: "Swedish", fluency: "Native" },
    { language: "German", fluency: "Basic" },
  ],
  awards: [{ title: "Best Head Gardener of the North", date: "2021", awarder: "Green Guild" }],
  certificates: [
    { name: "Safe Use of Pesticides", date: "2019" },
    { name: "Fire Aid in Woods", date: "2022" },
  ],
  interests: [{ name: "Bouldering" }, { name: "Sourdough" }, { name: "Old maps" }],
};
const context = { ...site, resume, today: "2026-11-21" };
const requests = (text: string) => offersFor(text, context).offers.map(({ request }) => request);

describe("an entry that a request nearly names", () => {
  it.each([
    ["Chainsaw isn't really a skill for a gardener lol. delete", 'remove the skill "Chainsaw"'],
    ["please lose that fire aid thing, it ran out", 'remove the certificate "Fire Aid in Woods"'],
    ["all good except sourdough, that one has to go", 'remove the interest "Sourdough"'],
    ["nobody needs to know about sourdough, keep bouldering", 'remove the interest "Sourdough"'],
    [
      "only keep bouldering, the rest of the hobbies can go",
      'remove the interest "Sourdough"; remove the interest "Old maps"',
    ],
  ])("goes: “%s”", (text, wanted) => {
    expect(requests(text)).toContain(wanted);
  });

  it.each([
    ["where it says sourdough put rye bread", 'rename "Sourdough" to "Rye bread"'],
    [
      "It's Bramble and Daughters, not &",
      'rename "Bramble & Daughters Nursery" to "Bramble and Daughters Nursery"',
    ],
    [
      'you wrote Ecole du Jardin but can you add "Lyon" after it',
      'rename "Ecole du Jardin" to "Ecole du Jardin, Lyon"',
    ],
    [
      "Fern Street Park was taken over, it's Birchfield Park now",
      'rename "Fern Street Park" to "Birchfield Park"',
    ],
    ["it's not the Moss Atlas, it's Lichen Atlas", 'rename "Moss Atlas" to "Lichen Atlas"'],
  ])("gets another name: “%s”", (text, wanted) => {
    expect(requests(text).slice(0, 2)).toContain(wanted);
  });

  it.each([
    ["I count birds there since 2017 not 2018", 'the start date at "River Watch" should be 2017'],
    ["started there june 2015", 'the start date at "Fern Street Park" should be june 2015'],
    [
      "I was made redundant from Fern Street Park in 01/2020",
      'the end date at "Fern Street Park" should be 01/2020',
    ],
    [
      "Malmo Garden Trust ended 1/1/16",
      'the end date at "Malmo Garden Trust" should be January 2016',
    ],
    [
      "I got my Garden Design in 2011, it says 2012",
      'the end date at "Ecole du Jardin" should be 2011',
    ],
    [
      "change 2015 to 2014 at fern street park",
      'the start date at "Fern Street Park" should be 2014',
    ],
  ])("has another date: “%s”", (text, wanted) => {
    expect(requests(text)[0]).toBe(wanted);
  });

  it.each([
    [
      "My title is wrong at Fern Street, I was Senior Park Ranger",
      'my title at "Fern Street Park" is "Senior Park Ranger"',
    ],
    ["at fern street i worked as tree surgeon", 'my title at "Fern Street Park" is "Tree surgeon"'],
    ["I was never park ranger, only assistant", 'my title at "Fern Street Park" is "Assistant"'],
    ["it says German basic but I'm fluent", "my German is fluent"],
    ["the city of Fern Street Park is wrong, it's Lund", "Fern Street Park is in Lund"],
    [
      "Safe Use of Pesticides isn't from Bayer, it's from the County of Skane",
      '"Safe Use of Pesticides" is from County of Skane',
    ],
    ["why is the Seed Swap at the bottom? put it on top", 'put "Seed Swap" first'],
  ])("has another particular: “%s”", (text, wanted) => {
    expect(requests(text)[0]).toBe(wanted);
  });

  it("isn’t one whose long name has a small word of the text", () => {
    const all = requests(
      "I have a new award, it is for the best gardener in town, got it May 2024",
    );
    expect(all.filter((request) => request.includes("Head Gardener of the North"))).toEqual([]);
  });
});

describe("what isn’t there yet", () => {
  it.each([
    [
      "my job at Larch & Sons is missing, I was a tree surgeon there 2008-2010",
      'add a job: "tree surgeon" at "Larch & Sons", 2008 – 2010',
    ],
    [
      "would you kindly add my position at Kew Gardens, botanist, 2009–2011?",
      'add a job: "botanist" at "Kew Gardens", 2009 – 2011',
    ],
    [
      "just got a job at Verdant as plant buyer, add it pls",
      'add a job: "plant buyer" at "Verdant"',
    ],
  ])("is a job: “%s”", (text, wanted) => {
    expect(requests(text)[0]).toBe(wanted);
  });

  it.each([
    ["grafting should be in skills to", 'add "grafting" to my skills'],
    ["I can also drive a digger, so add that to skills", 'add "drive a digger" to my skills'],
    ["birding is a hobby of mine so please add", 'add "birding" to my interests'],
    ["I hold a tree climbing licence, add that", 'add the certificate "tree climbing licence"'],
  ])("is another entry: “%s”", (text, wanted) => {
    expect(requests(text)).toContain(wanted);
  });

  it("is offered with nothing of the sentence around it", () => {
    const all = requests("country missing, should say Sweden");
    expect(all.filter((request) => /missing|should/u.test(request))).toEqual([]);
  });
});
