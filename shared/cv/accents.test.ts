import { expect, test } from "vitest";
import { composeAccents } from "./accents.ts";

test.each([
  ["F \u0308uhrung", "Führung"],
  ["M \u0308arz", "März"],
  ["und  \u0308Ol", "und Öl"],
  ["caf\u00b4e", "café"],
  ["Garc\u00b4ıa", "García"],
  ["Mu\u02dcnoz", "Muñoz"],
  ["\u00a8Uber", "Über"],
])("%s is %s", (drawn, read) => {
  expect(composeAccents(drawn)).toBe(read);
});

test.each(["cafe\u0301 au lait", "it´s 5", "naïve", "x\u0308", "`code` a^b ~n"])(
  "%s stays",
  (text) => {
    expect(composeAccents(text)).toBe(text);
  },
);
