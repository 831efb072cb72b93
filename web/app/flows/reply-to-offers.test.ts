import { describe, expect, it } from "vitest";
import { replyToOffers } from "./reply-to-offers.ts";

const pottery = { request: "remove pottery", label: "Remove the interest “Pottery”" };
const poetry = { request: "remove poetry", label: "Remove the interest “Poetry”" };
const two = { choices: [pottery, poetry] };

describe("a short answer to what was offered", () => {
  it.each(["yes", "Yes, please!", "y", "ok", "Do it.", "1", "1.", "the first", "first one"])(
    "“%s” is the first",
    (text) => expect(replyToOffers(text, two)).toBe(pottery),
  );
  it.each([
    "2",
    "the second",
    "The second one, please",
    "number 2",
    "2nd",
    "yes, 2",
    "the last one",
  ])("“%s” is the second", (text) => expect(replyToOffers(text, two)).toBe(poetry));
  it.each(["no", "No thanks", "nope", "none of these", "neither", "never mind"])(
    "“%s” is none",
    (text) => expect(replyToOffers(text, two)).toBe("none"),
  );
  it.each(["ask the model", "no, ask the model instead", "the model please", "AI"])(
    "“%s” is the model",
    (text) => expect(replyToOffers(text, two)).toBe("model"),
  );
  it.each(["yes to dark mode", "no references", "the second job", "remove it", "12", "undo"])(
    "“%s” is a request of its own",
    (text) => expect(replyToOffers(text, two)).toBeNull(),
  );
  it("may be the words of a button, with or without its quotation marks", () => {
    expect(replyToOffers('remove the interest "poetry"', two)).toBe(poetry);
  });
  it("knows when there aren’t so many, and that with nothing else left “yes” is the model", () => {
    expect(replyToOffers("3", two)).toBe("beyond");
    expect(replyToOffers("2", { choices: [] })).toBeNull();
    expect(replyToOffers("yes", { choices: [] })).toBe("model");
  });
});
