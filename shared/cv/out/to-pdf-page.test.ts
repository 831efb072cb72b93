import { expect, test } from "vitest";
import { outlineCv } from "./outline-cv.ts";
import { canBeSet, toPdfPage } from "./to-pdf-page.ts";

const RESUME = {
  basics: {
    name: "Ada Łovelace 🚀",
    email: "ada@lovelace.example",
    profiles: [{ network: "GitHub", url: "https://github.com/ada" }],
  },
  work: [
    { position: "Аналитик", name: "Μηχανή", startDate: "1842", highlights: ["First program ≥ 1"] },
    { position: "Guest", name: "House", url: "javascript:alert(1)" },
  ],
};

test("everything of a CV is on its page, without signs that the font can’t draw", () => {
  const page = JSON.stringify(toPdfPage(outlineCv(RESUME)));
  for (const words of ["Ada Łovelace", "Аналитик", "Μηχανή", "First program ≥ 1", "1842"]) {
    expect(page).toContain(words);
  }
  expect(page).not.toContain("🚀");
  expect(page).toContain('"link":"https://github.com/ada"');
  expect(page).not.toMatch(/"link":"javascript/);
});

test("a CV in a script of another font isn’t set half", () => {
  expect(canBeSet(outlineCv(RESUME))).toBe(true);
  for (const name of ["山田 太郎", "ليلى", "दीपा", "김하나"]) {
    expect(canBeSet(outlineCv({ basics: { name } })), name).toBe(false);
  }
});
