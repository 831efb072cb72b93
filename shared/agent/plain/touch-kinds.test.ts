import { describe, expect, it } from "vitest";
import type { TouchWay } from "../../touches.ts";
import type { Theme } from "../../theme.ts";
import { context, theme } from "./test-site.ts";
import { understand } from "./understand.ts";

type Touches = NonNullable<Theme["touches"]>;
interface Site {
  readonly touches?: Touches;
  readonly has?: TouchWay[];
  readonly lacks?: TouchWay[];
  readonly mode?: Theme["mode"];
}

/** What is said, and the touches that the look has then; `null` where it stays as it was. */
function asked(text: string, { touches, has = [], lacks = [], mode = "auto" }: Site = {}) {
  const templates = context.templates.map((one) => ({ ...one, touches: { has, lacks } }));
  const mine = { ...theme, mode, ...(touches ? { touches } : {}) };
  const parts = understand(text, { ...context, theme: mine, templates });
  if (parts === null) return null;
  const step = parts.at(-1)!.step;
  return {
    said: parts.map(({ said }) => said).join(" "),
    touches: step.kind === "theme" ? (step.theme.touches ?? {}) : null,
  };
}

describe("touches of the look", () => {
  it.each<[string, Touches]>([
    ["bigger name", { name: "larger" }],
    ["my name in capitals", { nameCase: "upper" }],
    ["bold headings", { headings: "bold" }],
    ["headings in the accent colour", { headingColour: "accent" }],
    ["underline the links", { links: "underlined" }],
    ["more contrast", { contrast: "strong" }],
    ["no animations", { motion: "none" }],
    ["lines between the sections", { dividers: "lines" }],
    ["no lines between the sections", { dividers: "none" }],
    ["round corners", { corners: "round" }],
    ["square corners", { corners: "square" }],
    ["make the headings bold and underline the links", { headings: "bold", links: "underlined" }],
  ])("“%s” gives one, and asked for again it is so already", (text, touches) => {
    expect(asked(text)?.touches).toEqual(touches);
    const again = asked(text, { touches });
    expect(again?.touches).toBeNull();
    expect(again?.said).not.toBe(asked(text)?.said);
  });

  it.each<[string, Touches]>([
    ["name normal size", { name: "larger" }],
    ["my name not in capitals", { nameCase: "upper" }],
    ["write my name in normal letters", { nameCase: "upper" }],
    ["headings not bold", { headings: "bold" }],
    ["the headings are too heavy", { headings: "bold" }],
    ["headings not coloured", { headingColour: "accent" }],
    ["the headings shouldn't be in colour", { headingColour: "accent" }],
    ["links not underlined", { links: "underlined" }],
    ["remove the underlines from the links", { links: "underlined" }],
    ["less contrast", { contrast: "strong" }],
    ["the contrast is too strong", { contrast: "strong" }],
    ["animations back", { motion: "none" }],
    ["turn the animations back on", { motion: "none" }],
    ["the lines as they were", { dividers: "none" }],
    ["the corners as they were", { corners: "round" }],
  ])("“%s” takes one back and leaves the others", (text, touches) => {
    expect(asked(text, { touches })?.touches).toEqual({});
    const other: Touches = "links" in touches ? { motion: "none" } : { links: "underlined" };
    expect(asked(text, { touches: { ...touches, ...other } })?.touches).toEqual(other);
  });

  it("the name goes by way of its usual size, and says where it ends", () => {
    const small = { touches: { name: "smaller" } } as const;
    expect(asked("bigger name", small)).toEqual({ said: "Your name is larger now.", touches: {} });
    expect(asked("the name is huge", small)).toEqual({
      said: "Your name is as small as it goes.",
      touches: null,
    });
  });

  it("a template’s own way is so already, and comes back where another was chosen", () => {
    const lined: Site = { has: ["dividers:lines", "headings:bold"] };
    expect(asked("lines between the sections", lined)).toEqual({
      said: "There are lines between the sections already.",
      touches: null,
    });
    const bare = { ...lined, touches: { dividers: "none" } } as const;
    expect(asked("bring back the lines between the sections", bare)?.touches).toEqual({});
    // What it has of itself can't be taken off it here.
    expect(asked("headings not bold", lined)).toBeNull();
  });

  it("what a template can’t do is said", () => {
    expect(asked("bigger name", { lacks: ["name:larger"] })).toEqual({
      said: "Folio sets your name as large as it goes already.",
      touches: null,
    });
    const round = asked("round corners", { lacks: ["corners:round"] });
    expect(round).toMatchObject({ touches: null, said: expect.stringContaining("“round photo”") });
  });

  it("“reset the design” leaves none", () => {
    expect(asked("reset the design", { touches: { motion: "none" } })?.touches).toEqual({});
  });

  it("darker text on a dark page is another matter", () => {
    expect(asked("darker text", { mode: "dark" })).toBeNull();
  });

  it.each([
    "make the headings bigger",
    "make my name bold",
    "make my name bigger and the job title smaller",
    "the headings should be green",
    "the buttons should have rounded corners",
    "add a little animation when the page loads",
    "Can you make the headings animate when you scroll down",
    "change the section dividers to dotted lines",
    "too many lines",
    "remove the border",
    "is the contrast ok?",
    "my name is in capitals, I don't like it",
    "underline my name",
    "add a line about my hobbies",
    "round the numbers",
    "the text is hard to read",
  ])("isn’t what “%s” is about", (text) => {
    expect(asked(text)).toBeNull();
  });
});
