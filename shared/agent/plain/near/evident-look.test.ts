import { describe, expect, it } from "vitest";
import type { Resume } from "../../../resume.ts";
import { context, resume } from "../test-site.ts";
import { offersFor } from "./offers.ts";
import { dislikesMet } from "./dislikes-said.ts";

const cv: Resume = {
  ...resume,
  basics: { ...resume.basics, location: { city: "Graz", region: "Styria", countryCode: "AT" } },
  awards: [{ title: "Golden Chisel" }],
  references: [
    { name: "Grete Holm", reference: "Good." },
    { name: "Uwe Pohl", reference: "Very good." },
  ],
};
const first = (text: string) =>
  offersFor(text, { ...context, resume: cv }).offers.map(({ request }) => request)[0];

describe("what is said plainly of the look", () => {
  it.each([
    ["it'd be nice with the name larger up there", "bigger name"],
    ["headings in navy", "make it navy; headings in the accent colour"],
    ["the pale letters are hard to make out for me", "the grey text is too light"],
    ["just the years at my jobs, drop the months", "only years in the work dates"],
  ])("“%s”", (text, request) => {
    expect(first(text)).toBe(request);
  });

  it.each([
    ["this is hideous", "another template"],
    ["honestly the whole thing looks amateurish", "another template"],
    ["the typeface looks cheap", "a more playful font"],
    ["I really hate these colours", "other colours"],
  ])("what isn’t liked has something to try: “%s”", (text, request) => {
    expect(dislikesMet(text)[0]).toBe(request);
  });

  it.each(["I'm not good at this", "my boss was awful to me", "I hate paperwork at Acme"])(
    "“%s” is about no look",
    (text) => {
      expect(dislikesMet(text)).toEqual([]);
    },
  );
});

describe("what is said plainly of place, headline and order", () => {
  it.each([
    ["im not in austria anymore, lyon france", "I live in Lyon, France"],
    ["why on earth does it say Styria", "remove my region"],
    ["projects first then school last", "projects first; education last"],
    ["show Golden Chisel right below my name", 'add "Golden Chisel" to my headline'],
    ["move uwe's quote to the top of the page", 'put "Uwe Pohl" first; references first'],
  ])("“%s”", (text, request) => {
    expect(first(text)).toBe(request);
  });
});
