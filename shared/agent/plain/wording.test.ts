import { describe, expect, it } from "vitest";
import { MISREAD_FIRST } from "./test-misread.ts";
import { MISREAD_SECOND } from "./test-misread-more.ts";
import { context, resume } from "./test-site.ts";
import { understand } from "./understand.ts";

const said = (text: string) =>
  understand(text, context)
    ?.map((part) => part.said)
    .join(" ") ?? null;
const resumeAfter = (text: string) => {
  const step = understand(text, context)?.at(-1)?.step;
  if (step?.kind !== "resume") throw new Error(`“${text}” changes no content`);
  return step.resume;
};

/** One request of each great kind, and what it does. */
const PLAIN_ONES = [
  "hide references",
  "remove Tidewatch",
  "put projects first",
  "make it teal",
  "use EB Garamond",
  "change my email to mara@new.example",
  "add Rust to my skills",
  "rename Lamp to Lantern",
  "swap skills and education",
  "remove my phone number",
  "sort my projects alphabetically",
  "show only work and projects",
];
const BEFORE = [
  "please ",
  "Can you ",
  "could you please ",
  "can we ",
  "I want to ",
  "I'd like to ",
  "i would like you to ",
  "is it possible to ",
  "Would it be possible to ",
  "hi, could you ",
  "let's ",
  "actually ",
  "I was wondering if you could ",
  "we should ",
  "ok, ",
  "would you be able to ",
];
const BEHIND = [
  " please",
  " for now",
  " thanks",
  ", thank you",
  " for the moment",
  " if possible",
  ", if that's ok",
  " asap",
  "!!",
  " btw",
  ", maybe",
  ", it looks better",
  ", because I like it",
];

describe("what is said around a request", () => {
  it.each(BEFORE)("“%s…” changes nothing in it", (before) => {
    for (const one of PLAIN_ONES) expect(said(before + one), before + one).toBe(said(one));
  });
  it.each(BEHIND)("“…%s” changes nothing in it", (behind) => {
    for (const one of PLAIN_ONES) expect(said(one + behind), one + behind).toBe(said(one));
  });
  it("neither do small letters", () => {
    for (const one of ["hide references", "remove Tidewatch", "rename Lamp to lantern"])
      expect(said(one.toLowerCase())?.toLowerCase(), one).toBe(said(one)?.toLowerCase());
  });
});

describe("other words and another order", () => {
  const away =
    "ditch|scrap|get rid of|drop|take away|lose|don't show|I don't need|I no longer need";
  it.each([
    ...away
      .split("|")
      .map((verb) => [`${verb} the references`, "hide references"] as [string, string]),
    ["the references can go", "hide references"],
    ["could the references be removed?", "hide references"],
    ["references aren't needed", "hide references"],
    ["I'd like the references hidden", "hide references"],
    ["I don't want people to see my phone number", "remove my phone number"],
    ["projects should be the first thing people see", "put projects first"],
    ["I want projects at the very top", "put projects first"],
    ["could projects go first?", "put projects first"],
    ["to my skills add Rust", "add Rust to my skills"],
    ["Rust is missing from my skills", "add Rust to my skills"],
    ["my skills should also include Rust", "add Rust to my skills"],
    ["after the skills I want the projects", "move projects below skills"],
    ["instead of Skills write Toolbox", "rename skills to Toolbox"],
    ["Tidewatch is too old, remove it", "remove Tidewatch"],
    ["pull projects down", "move projects down"],
    ["skills and education should swap places", "swap skills and education"],
  ])("“%s” is “%s”", (text, plain) => {
    expect(said(text)).toBe(said(plain));
    expect(said(text)).not.toBeNull();
  });

  it("the verb of several is said once", () => {
    expect(said("hide my email and phone number")).toBe(
      "Your e-mail address is gone from the site. Your phone number is gone from the site.",
    );
    expect(said("remove Lamp, Anchor and Sailing")).toContain("“Sailing” is gone.");
  });
});

describe("entries", () => {
  it("are found by number, date, noun, kind and a part of their name", () => {
    expect(resumeAfter("delete the second job").work).toEqual([resume.work![0]]);
    expect(resumeAfter("remove my oldest job").work).toEqual([resume.work![0]]);
    expect(resumeAfter("the internship should go").work).toEqual([resume.work![0]]);
    expect(resumeAfter("put the Tidewatch job first").work![0]!.name).toBe("Tidewatch");
    expect(resumeAfter("I graduated from Uppsala in 2016").education![0]!.endDate).toBe("2016");
    expect(said("replace Sailing with Rowing")).toBe("It is called “Rowing” now.");
    // A life’s first job is the last of the page.
    expect(said("delete my first job")).toBeNull();
    // Where they live isn’t where they studied.
    expect(said("remove Uppsala")).toBeNull();
  });

  it("lose one part, or have one line set anew", () => {
    expect(resumeAfter("remove the start date of Acme").work![0]).not.toHaveProperty("startDate");
    expect(
      resumeAfter("the first bullet at Acme should be “Shipped it twice”").work![0]!.highlights,
    ).toEqual(["Shipped it twice"]);
    expect(said("hide the Tidewatch job")).toContain("say “remove Tidewatch”");
    expect(said("I no longer work at Acme")).toContain("Since when?");
  });
});

describe("slips of the pen", () => {
  it.each([
    ["hide the refrences", "hide references"],
    ["chnage my headline to Desinger", "change my headline to Desinger"],
    ["make it purpel", "make it purple"],
    ["remvoe Tidewacth", "remove Tidewatch"],
    ["dont show my phone", "remove my phone number"],
  ])("in “%s” are mended", (text, meant) => {
    expect(said(text)).toBe(said(meant));
    expect(said(text)).not.toBeNull();
  });
  it.each(["make it lightly", "remove the titles", "hide the headers", "use a larger button"])(
    "are no other words: “%s”",
    (text) => {
      expect(said(text)).toBeNull();
    },
  );
});

describe("questions", () => {
  it.each([
    ["how do i save this?", "kept in this browser"],
    ["Who can see this page?", "Others see only"],
    ["Can I get my own domain?", "a domain of your own can lead to it"],
    ["is it free?", "free"],
    ["what happens to my data?", "stays on this machine"],
    ["do I need an AI key?", "need no AI"],
    ["can I undo?", "Write “undo”"],
    ["which fonts are there?", "Literata"],
    ["how long does it stay online?", "365 days"],
    ["how do I hide references?", "Write “hide references” here"],
  ])("“%s” is answered, and nothing is done", (text, answer) => {
    expect(said(text)).toContain(answer);
    expect(understand(text, context)!.every(({ step }) => step.kind === "nothing")).toBe(true);
  });
});

describe("what is made to be misread", () => {
  it("is left to a model", () => {
    const understood = [...MISREAD_FIRST, ...MISREAD_SECOND].filter((text) => said(text) !== null);
    expect(understood).toEqual([]);
  });
});
