import { describe, expect, it } from "vitest";
import { headingKind } from "./heading-words.ts";

describe("headingKind", () => {
  it.each([
    ["Weiterbildung und Zertifikate", "certificates"],
    ["Studium und Ausbildung", "education"],
    ["Certifications et permis", "certificates"],
    ["Persoonsgegevens", "contact"],
    ["Hobby’s en interesses", "interests"],
    ["Arbetslivserfarenhet", "work"],
    ["SPRÅK", "languages"],
    ["免許・資格", "certificates"],
    ["職務概要：", "summary"],
    ["Research Grants", "awards"],
    ["Journal articles (4)", "publications"],
  ])("knows %s", (text, kind) => {
    expect(headingKind(text)).toBe(kind);
  });

  it.each(["Northlight Offshore Wind Ltd", "since 2019", "a@b.example", "Stockholm"])(
    "leaves %s alone",
    (text) => {
      expect(headingKind(text)).toBeNull();
    },
  );
});
