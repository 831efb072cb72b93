import { expect, test } from "vitest";
import { context } from "../test-site.ts";
import { understand } from "../understand.ts";
import { mentionsIn } from "./mentions.ts";
import { SECTION_PROPOSALS } from "./propose-sections.ts";

const asked = (text: string) => ({ text, mentions: mentionsIn(text, context.resume), context });

test.each([
  ["section-hide", "both skills and languages should vanish", "hide skills; hide languages"],
  ["section-hide", "I keep getting calls about my side projects, hide that", "hide projects"],
  ["section-hide", "no skils section", "hide skills"],
  [
    "section-only",
    "strip it down to jobs, awards and languages",
    "show only experience and awards and languages",
  ],
  ["section-swap", "let education and hobbies trade positions", "swap education and interests"],
  ["section-move", "why is the volunteering so far down?", "move volunteering up"],
  [
    "section-move",
    "Education stands above experience and should be below it",
    "education after experience",
  ],
  ["section-rename", "over the skills put Trade & Tools", 'rename skills to "Trade & Tools"'],
  [
    "section-rename",
    'my jobs aren\'t "Experience", they\'re "At sea"',
    'rename experience to "At sea"',
  ],
  [
    "dates-hide",
    "nobody needs to see when I was born or worked, no years at the jobs",
    "hide the work dates",
  ],
  ["dates-hide", "please take the years away everywhere", "hide the work dates"],
])("%s: “%s”", (act, text, request) => {
  expect(SECTION_PROPOSALS[act]!(asked(text))[0]).toBe(request);
  expect(understand(request, context)).not.toBeNull();
});
