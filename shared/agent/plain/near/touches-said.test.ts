import { describe, expect, it } from "vitest";
import { context } from "../test-site.ts";
import { understand } from "../understand.ts";
import { touchesSaid } from "./touches-said.ts";

const said = (text: string) => touchesSaid({ text, mentions: [], context });

describe("touches of the look that a text speaks of", () => {
  it.each([
    ["I can hardly read it, the contrast is awful", "more contrast"],
    ["the contrast is a bit harsh for me", "normal contrast"],
    ["all that moving about makes me sick", "no animations"],
    ["my name shouts, it is too big up there", "smaller name"],
    ["could the name be a good deal larger", "bigger name"],
    ["the name would look smart in block letters", "my name in capitals"],
    ["titles look thin, bolder perhaps", "bold headings"],
    ["links should have an underline, underlined as in the old days", "underline the links"],
    ["I don't care for those rules between the sections", "no lines between the sections"],
    ["a divider between all the parts would help", "lines between the sections"],
    ["those sharp corners suit me better", "square corners"],
    ["softer corners on the boxes", "round corners"],
  ])("%s", (text, request) => {
    expect(said(text)).toEqual([request]);
    // What is as usual can’t be made usual: the contrast is, on this site.
    if (!request.startsWith("normal")) expect(understand(request, context)).not.toBeNull();
  });

  it("are none where it speaks of something else", () => {
    for (const text of ["a picture behind the text", "put the name at the left", "two columns?"])
      expect(said(text)).toEqual([]);
  });
});
