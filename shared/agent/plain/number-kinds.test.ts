import { describe, expect, it } from "vitest";
import type { Resume } from "../../resume.ts";
import { context, resume } from "./test-site.ts";
import { understand } from "./understand.ts";

const baker: Resume = {
  ...resume,
  basics: { ...resume.basics, summary: "Ten years of baking, four of them at sea." },
  work: [
    {
      name: "Rye & Sons",
      position: "Baker",
      startDate: "2014-02",
      highlights: [
        "Cut waste by 35% for a budget of £6,500.",
        "Led 300 staff in 12 small shops, each with 50 minutes a day for training.",
      ],
    },
    { name: "Dockside", position: "Apprentice", highlights: ["Baked 70 loaves", "Sold 70 rolls"] },
  ],
  projects: [{ name: "Crumb Letter", description: "A letter with 2,400 readers." }],
};
const ask = (text: string) => understand(text, { ...context, resume: baker });
const textsAfter = (text: string) => {
  const step = ask(text)?.at(-1)?.step;
  if (step?.kind !== "resume") throw new Error(`“${text}” changes no content`);
  const { basics, work, projects } = step.resume;
  return JSON.stringify([basics?.summary, work, projects?.[0]]);
};

describe("a number in a text", () => {
  it.each([
    ["the 35% is actually 38", "Cut waste by 38% for"],
    ["change 35% to 40%", "Cut waste by 40% for"],
    ["300 staff should be 450", "Led 450 staff in"],
    ["45 minutes not 50", "each with 45 minutes a day"],
    ["it's 14 shops now, not 12", "staff in 14 small shops"],
    ["first bullet at Rye & Sons: 40 not 35", "Cut waste by 40% for"],
    ["£6,500 should be £7000", "a budget of £7,000."],
    ["ten years -> eleven", "Eleven years of baking"],
    ["my summary says ten years but it is nearly 12", "Nearly twelve years of baking"],
    ["72 loaves, not 70", "Baked 72 loaves"],
    ["the letter has 3100 readers now", "with 3,100 readers"],
    ["the staff number is wrong, it was 280", "Led 280 staff"],
  ])("is put right: “%s”", (text, says) => {
    expect(textsAfter(text)).toContain(says);
  });

  it.each([
    // It stands there twice, or nowhere.
    "70 should be 80",
    "99 should be 100",
    "300 customers should be 450",
    // Of what else there is one it doesn’t tell.
    "the 35% is actually £38",
    "35 is a good number",
    // Years are dates.
    "2014 should be 2015",
    "the shop has 40 windows now",
    "there are 5 cats, not 4 dogs and 3 birds",
  ])("is left alone: “%s”", (text) => {
    expect(ask(text)).toBeNull();
  });
});
