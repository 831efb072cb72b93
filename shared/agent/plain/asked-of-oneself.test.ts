import { describe, expect, it } from "vitest";
import { understand } from "./understand.ts";
import { context } from "./test-site.ts";

const here = {
  ...context,
  resume: {
    basics: {
      name: "Mary Ellis-Okafor",
      label: "Printer",
      profiles: [{ network: "GitHub", url: "https://github.com/mary" }],
    },
  },
};
const basicsAfter = (text: string) => {
  const step = understand(text, here)?.[0]?.step;
  return step?.kind === "resume" ? step.resume.basics : null;
};

describe("a name and a headline", () => {
  it.each([
    ["it's Ellis Okafor without the hyphen", "Mary Ellis Okafor"],
    ["remove the hyphen from my surname", "Mary Ellis Okafor"],
    ["please write behind my name MA", "Mary Ellis-Okafor MA"],
  ])("%s", (text, name) => {
    expect(basicsAfter(text)?.name).toBe(name);
  });

  it("keeps its hyphen where another name is said, or it has none", () => {
    expect(understand("it's Smith Jones without the hyphen", here)).toBeNull();
    const bare = { ...here, resume: { basics: { name: "Mary Ellis" } } };
    expect(understand("remove the hyphen from my surname", bare)).toBeNull();
  });

  it.each([
    "Job title on top: Head of Letterpress",
    "my headline should be only “Head of Letterpress”",
    "I would like the headline “Head of Letterpress”",
  ])("%s", (text) => {
    expect(basicsAfter(text)?.label).toBe("Head of Letterpress");
  });
});

describe("what is asked about one’s own", () => {
  it.each([
    ["add pinterest", "profile-wanted", "my Pinterest is"],
    ["add my github", "profile-wanted", "already"],
    ["have you changed anything in my text?", "ask-own-words", "read from your CV"],
    ["I've got a first aid badge, where do I put it?", "ask-where-to-put", "certificate"],
    ["could the page be in Norwegian too?", "ask-languages", "Languages of the site"],
    ["in Norwegian and in Greek", "ask-languages", "Languages of the site"],
    ["in Greek please", "ask-languages", "Languages of the site"],
    ["I clicked on something and all is pink, how do I go back?", "ask-undo", "undo"],
    ["where do I put my picture", "how-to-photo", "Content"],
  ])("%s", (text, kindId, said) => {
    expect(understand(text, here)).toMatchObject([
      { kindId, said: expect.stringContaining(said), step: { kind: "nothing" } },
    ]);
  });

  it("isn’t answered where it is something else", () => {
    for (const text of ["add a kafka icon", "in two columns", "in blue and Greek letters"])
      expect(understand(text, here)?.[0]?.kindId ?? "").not.toMatch(/^(?:profile-wanted|ask-)/u);
  });

  it("has reasons with an age in them", () => {
    expect(understand("more contrast, my eyes are 70 years old", here)).toMatchObject([
      { kindId: "contrast-more" },
    ]);
  });
});
