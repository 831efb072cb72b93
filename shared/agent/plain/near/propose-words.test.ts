import { expect, test } from "vitest";
import type { Resume } from "../../../resume.ts";
import { context } from "../test-site.ts";
import { understand } from "../understand.ts";
import { evidentIn } from "./evident.ts";
import { mentionsIn } from "./mentions.ts";
import { WORD_PROPOSALS } from "./propose-words.ts";

const resume: Resume = {
  basics: {
    name: "Otto Brandvold",
    label: "Senior Ferry Captain",
    summary: "Captain with six years at sea. I train crews and mend old engines.",
  },
  work: [
    {
      name: "Fjord Lines",
      position: "Captain",
      startDate: "2020",
      highlights: [
        "Lead a crew of 14 on the night ferry, up to 600 passengers a trip",
        "Cut fuel by 8% with slower crossings",
      ],
    },
    {
      name: "Harbour Tugs",
      position: "Mate",
      startDate: "2016",
      endDate: "2019",
      highlights: ["Towed 30 barges a month and kept the log", "Passed every fire drill"],
    },
  ],
  projects: [{ name: "Tide Letter", description: "A letter about tides with 1,900 readers." }],
  skills: [{ name: "Radar" }],
};
const site = { ...context, resume };
const asked = (text: string) => ({ text, mentions: mentionsIn(text, resume), context: site });

test.each([
  ["word-replace", "it's a crew of 16 not 14", 'replace "14 on" with "16 on"'],
  ["word-replace", "the 8% is actually 9", 'replace "8%" with "9%"'],
  [
    "word-replace",
    "Tide Letter has 2300 readers now",
    'replace "1,900 readers" with "2,300 readers"',
  ],
  ["word-replace", "change Senior to Chief", 'my headline is "Chief Ferry Captain"'],
  ["word-replace", 'use "repair" instead of "mend"', 'replace "mend" with "repair"'],
  ["word-replace", "lead should be led", 'replace "Lead" with "Led"'],
  [
    "word-remove",
    "summary: delete everything after the first sentence",
    'remove the words "I train crews and mend old engines."',
  ],
  [
    "word-remove",
    "the last sentence of my summary can go",
    'remove the words "I train crews and mend old engines."',
  ],
  ["line-remove", "the point about the fire drill can go", 'remove "Passed every fire drill"'],
  ["line-remove", "bottom bullet at the tugs job, bin it", 'remove "Passed every fire drill"'],
  [
    "line-remove",
    "delete every bullet at Fjord Lines",
    'remove "Lead a crew of 14 on the night ferry, up to 600 passengers a trip"; remove "Cut fuel by 8% with slower crossings"',
  ],
  [
    "line-add",
    "at Harbour Tugs I also repaired the radar, please add it",
    'add to "Harbour Tugs": "Repaired the Radar"',
  ],
  [
    "line-add",
    "add two bullets to Fjord Lines: wrote the rota; hired 6 people",
    'add to "Fjord Lines": "Wrote the rota"; add to "Fjord Lines": "Hired 6 people"',
  ],
])("%s: “%s”", (act, text, request) => {
  expect(WORD_PROPOSALS[act]!(asked(text))[0]).toBe(request);
  expect(understand(request, site)).not.toBeNull();
});

test("what stands nowhere on the site is not proposed", () => {
  expect(WORD_PROPOSALS["word-replace"]!(asked('"synergy" should be "help"'))).toEqual([]);
  expect(WORD_PROPOSALS["word-remove"]!(asked("remove the word passionate"))).toEqual([]);
  expect(WORD_PROPOSALS["line-remove"]!(asked("merge the first two Fjord bullets"))).toEqual([]);
  expect(WORD_PROPOSALS["line-remove"]!(asked("drop the line about the opera"))).toEqual([]);
});

test.each([
  ["the passengers number is wrong. it was 650", 'replace "600 passengers" with "650 passengers"'],
  ["I'm Chief Ferry Captain now, not Senior", 'my headline is "Chief Ferry Captain"'],
  ["six years -> seven", 'replace "six" with "seven"'],
  [
    "the bit about barges is dull, get rid of it",
    'remove "Towed 30 barges a month and kept the log"',
  ],
])("“%s” is plain from the texts", (text, request) => {
  expect(evidentIn(asked(text)).map((one) => one.request)).toEqual([request]);
});

test.each([
  "make it 30 percent bigger",
  "I left Harbour Tugs in 2018, not 2019",
  "show 2 projects",
])("“%s” is about no number of the texts", (text) => {
  expect(evidentIn(asked(text))).toEqual([]);
});
