import { expect, test } from "vitest";
import { inReadingOrder, isRightToLeft } from "./right-to-left.ts";

const drawn = (read: string) => [...read].toReversed().join("");

test("Hebrew and Arabic are put into the order in which they are read", () => {
  expect(inReadingOrder(drawn("דנה כהן"))).toBe("דנה כהן");
  expect(inReadingOrder(drawn("مهندسة برمجيات"))).toBe("مهندسة برمجيات");
});

test("figures, addresses and Latin names within it stay as they are", () => {
  // Drawn: the year stands left of the words that come before it.
  expect(inReadingOrder("2019 " + drawn("משנת"))).toBe("משנת 2019");
  expect(inReadingOrder("dana@mail.example " + drawn("דואל"))).toBe("דואל dana@mail.example");
});

test("other scripts aren’t touched", () => {
  expect(isRightToLeft("Zażółć gęślą (jaźń)")).toBe(false);
  expect(inReadingOrder("山田 (太郎)")).toBe("山田 (太郎)");
});
