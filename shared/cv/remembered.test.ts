import { expect, test } from "vitest";
import { forgetTexts, remembered } from "./remembered.ts";

test("asks once a text, `undefined` and `null` too, until it forgets", () => {
  const asked: string[] = [];
  const ask = remembered((text) => {
    asked.push(text);
    return text === "no" ? null : undefined;
  });
  for (const text of ["no", "no", "yes", "yes"]) ask(text);
  expect(asked).toEqual(["no", "yes"]);
  forgetTexts();
  ask("no");
  expect(asked).toEqual(["no", "yes", "no"]);
});

test("long texts aren’t kept", () => {
  let asked = 0;
  const ask = remembered(() => (asked += 1));
  ask("x".repeat(81));
  ask("x".repeat(81));
  expect(asked).toBe(2);
});
