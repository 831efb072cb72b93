import type { Resume } from "../../shared/resume.ts";

const ROLES = [
  "Stage manager",
  "Lighting technician",
  "Deputy head of lighting",
  "Touring production manager for the children's season",
  "Follow-spot operator",
  "Rigger",
];
const HOUSES = [
  "Northgate Playhouse",
  "The Tin Shed",
  "Opera of the Three Valleys and Surrounding Counties",
  "Harbour Arts",
  "Lantern & Sons",
  "Corn Exchange",
  "Puppet Barge",
];
const TOWNS = ["Hull", "Aberystwyth", "Newcastle upon Tyne", "Cork", "Leith"];
const DEEDS = [
  "Ran 214 shows without a late curtain.",
  "Moved the whole rig to LED in one dark week, which took 61 % off the bill.",
  "Wrote the cue sheets that three later tours went out with.",
  "Trained eleven apprentices, of whom nine still work in theatres.",
];
const MONTHS = ["01", "04", "09", "11"];
const at = <T>(list: readonly T[], index: number): T => list[index % list.length]!;

/** Forty jobs of one working life, the present one first; some with much to say, some with nothing. */
export const fortyJobs: Resume = {
  basics: {
    name: "Brendan Achterberg",
    label: "Lighting technician",
    email: "brendan@example.com",
    summary:
      "Forty houses in forty years, and still the first one in to switch the ghost light off.",
    location: { city: "Hull", countryCode: "GB" },
  },
  work: Array.from({ length: 40 }, (_, index) => ({
    name: at(HOUSES, index),
    position: at(ROLES, index),
    location: at(TOWNS, index),
    startDate: `${2024 - index}-${at(MONTHS, index)}`,
    ...(index === 0 ? {} : { endDate: `${2025 - index}-${at(MONTHS, index + 1)}` }),
    ...(index % 3 === 0
      ? { summary: "A house of 400 seats with a new show every five weeks." }
      : {}),
    highlights: DEEDS.slice(0, index % 4),
  })),
};

const CRAFTS = [
  "Bread",
  "Pastry",
  "Kitchen",
  "Accounts",
  "People",
  "Suppliers",
  "Machines",
  "Shop",
];
const DOINGS = ["baking", "planning", "costing", "repair", "teaching"];
const LEVELS = ["Beginner", "Intermediate", "Advanced", "Expert", undefined, "Five years daily"];
const KEYWORDS = ["Sourdough", "Rye", "Lamination", "HACCP", "Excel", "Rota", "Deck ovens"];

/** Two hundred skills: with and without a level, with none to six keywords. */
export const twoHundredSkills: Resume = {
  basics: {
    name: "Marguerite Oyelaran",
    label: "Master baker",
    email: "marguerite@example.com",
    summary: "I bake, and I write down how.",
  },
  work: [
    {
      name: "Oyelaran & Daughters",
      position: "Owner",
      startDate: "2009-02",
      summary: "Sourdough and rye from two deck ovens, six days a week.",
      highlights: ["Costing and rota in Excel that four other bakeries now use."],
    },
  ],
  skills: Array.from({ length: 200 }, (_, index) => {
    const level = at(LEVELS, index);
    const { length } = CRAFTS;
    return {
      name: `${at(CRAFTS, index)} ${at(DOINGS, Math.floor(index / length))} ${Math.floor(index / 40) + 1}`,
      ...(level === undefined ? {} : { level }),
      keywords: KEYWORDS.slice(0, index % 7),
    };
  }),
  languages: [{ language: "English" }, { language: "Yoruba" }],
};
