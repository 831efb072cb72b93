import { expect, test } from "vitest";
import type { Resume } from "../../../resume.ts";
import { context } from "../test-site.ts";
import { understand } from "../understand.ts";
import { mentionsIn } from "./mentions.ts";
import { FIELD_PROPOSALS } from "./propose-fields.ts";
import { WORD_PROPOSALS } from "./propose-words.ts";

const resume: Resume = {
  basics: {
    name: "Ines Hallworth",
    label: "Junior Tree Surgeon",
    email: "ines@trees.example",
    location: { city: "Exeter", region: "Devon", countryCode: "GB" },
    profiles: [{ network: "Instagram", username: "inestrees" }],
  },
};
const site = { ...context, resume };
const asked = (text: string) => ({ text, mentions: mentionsIn(text, resume), context: site });
const PROPOSALS = { ...FIELD_PROPOSALS, ...WORD_PROPOSALS };

test.each([
  ["name-set", "Could it say Inês, with the accent?", 'my name is "Inês Hallworth"'],
  ["name-set", "it's Hallworthe with an e", 'my name is "Ines Hallworthe"'],
  [
    "name-set",
    "Everyone knows me as Prof. R. L. Hall, so use that",
    'my name is "Prof. R. L. Hall"',
  ],
  ["name-set", "it says Ines Hallworth but since June I'm Ines Brandt", 'my name is "Ines Brandt"'],
  ["headline-set", "change Junior to Lead", 'my headline is "Lead Tree Surgeon"'],
  ["headline-set", "put Hedge artist right below my name", 'my headline is "Hedge artist"'],
  [
    "headline-set",
    "Junior Tree Surgeon is outdated, just write Forester",
    'my headline is "Forester"',
  ],
  ["place-set", "I don't live in Exeter any more, I'm in Porto", "I live in Porto"],
  ["place-set", "from Exeter to Bath, I've moved", "I live in Bath"],
  ["profile-set", "wrong GitHub, I'm leaf-and-branch there now", "my github is leaf-and-branch"],
  ["profile-set", "the insta name is spelt tree_ines", "my instagram is tree_ines"],
  ["field-remove", "no need for Devon, Exeter is enough", "remove my region"],
  ["field-remove", "no e-mail, they can write on Instagram", "remove my e-mail address"],
  ["summary-set", "say that I'm available from May", 'add "Available from May." to my summary'],
])("%s: “%s”", (act, text, request) => {
  expect(PROPOSALS[act]!(asked(text))[0]).toBe(request);
});

test.each(['my name is "Inês Hallworth"', 'my headline is "Lead Tree Surgeon"', "I live in Porto"])(
  "“%s” is carried out as it stands",
  (request) => {
    expect(understand(request, site)).not.toBeNull();
  },
);

test("a street, and what is no name, are proposed as neither", () => {
  expect(FIELD_PROPOSALS["place-set"]!(asked("address: Rua das Flores 21"))).toEqual([]);
  expect(FIELD_PROPOSALS["name-set"]!(asked("Please make my name bigger"))).toEqual([]);
});
