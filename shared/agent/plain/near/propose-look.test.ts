import { expect, test } from "vitest";
import { context } from "../test-site.ts";
import { understand } from "../understand.ts";
import { LOOK_PROPOSALS } from "./propose-look.ts";
import { QUESTION_PROPOSALS } from "./propose-questions.ts";

const asked = (text: string) => ({ text, mentions: [], context });
const PROPOSALS = { ...LOOK_PROPOSALS, ...QUESTION_PROPOSALS };

test.each([
  ["colour-named", "that teal hurts my eyes", "other colours"],
  ["colour-named", "I can't stand the orange, brown would be fine", "make it brown"],
  ["colour-named", "not this blue, a deeper one", "make it dark blue"],
  ["colour-named", "something purplish", "make it purple"],
  ["colour-named", "our shop is 1A5F6E", "use #1a5f6e"],
  ["colour-named", "black page, coral on it", "dark mode; make it coral"],
  ["mode-light", "an ivory page rather than a white one", "make it ivory"],
  ["mode-dark", "black please", "dark mode"],
  ["font-kind", "anything without serifs", "a sans-serif font"],
  ["font-kind", "this is too playful, more sober", "a serif font"],
  ["font-named", "my school has everything in Century Gothic", "use century gothic"],
  ["skills-other", "a plain list instead of these bars", "show my skills another way"],
  ["skills-other", "bars, not a list", "show my skills as bars"],
  ["look-reset", "the first letters again, the original typeface", "default fonts"],
  ["look-reset", "colours and fonts as you made them", "reset the design"],
  ["undo", "take both of these back", "undo the last two changes"],
  ["template-for", "one for a painter who is an artist", "which templates are there?"],
  ["template-for", "a loud one, like a poster", "use the Poster template"],
  ["q-how-edit", "may my sister, no, somebody else write in it?", "can others edit it?"],
  ["q-found", "will it disappear after some months?", "how long does it stay online?"],
])("%s: “%s”", (act, text, request) => {
  expect(PROPOSALS[act]!(asked(text))[0]).toBe(request);
  expect(understand(request, context)).not.toBeNull();
});
