import { describe, expect, it } from "vitest";
import type { Resume } from "../../../resume.ts";
import { context as site } from "../test-site.ts";
import { offersFor } from "./offers.ts";

const resume: Resume = {
  basics: { name: "Mira Sol", label: "Glass Artist" },
  work: [
    {
      name: "Kiln Yard",
      position: "Owner",
      startDate: "2019-01",
      highlights: [
        "Blow vases for two hotels",
        "Employ three trained cutters all year",
        "Guide visitors through the workshop in summer",
      ],
    },
    {
      name: "City Glassworks",
      position: "Assistant Blower",
      startDate: "2014-01",
      endDate: "2018-12",
      highlights: ["Repaired the annealing oven", "Packed export orders"],
    },
  ],
  projects: [
    { name: "Blue Window", description: "A copy of a chapel window from 1911, in three parts." },
    { name: "Fish Lamp", startDate: "2020" },
  ],
};
const context = { ...site, resume, today: "2026-11-21" };
const requests = (text: string) => offersFor(text, context).offers.map(({ request }) => request);

describe("a line or description by what it says", () => {
  it.each([
    ["move the guiding point to the top", 'move the third line at "Kiln Yard" to the top'],
    [
      "please put the bullet about export orders first",
      'move the second line at "City Glassworks" to the top',
    ],
    ["delete the annealing oven line", 'remove "Repaired the annealing oven"'],
    ["employ FOUR trained cutters", 'replace "three trained" with "four trained"'],
    ["The Blue Window should be from 1912", 'replace "1911, in" with "1912, in"'],
    [
      "add to the glassworks: taught two apprentices",
      'add to "City Glassworks": "Taught two apprentices"',
    ],
    ["Don't need the assistant job, it was short", 'remove the job "City Glassworks"'],
  ])("is meant: “%s”", (text, wanted) => {
    expect(requests(text)[0]).toBe(wanted);
  });

  it("isn’t a year of what has a date of its own", () => {
    expect(
      requests("The Fish Lamp should be from 2021").filter((one) => one.startsWith("replace")),
    ).toEqual([]);
  });
});
