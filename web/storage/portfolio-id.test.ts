import * as fc from "fast-check";
import { expect, test } from "vitest";
import { portfolioId } from "./portfolio-id.ts";

const half = () => 0.5;

test.each([
  ["Ada Lovelace", "ada-lovelace-iiiiii"],
  ["  Zoë   Müller-Øst ", "zoe-muller-ost-iiiiii"],
  ["Marie Skłodowska Curie-Joliot", "marie-sklodowska-curie-j-iiiiii"],
  ["Maximiliane Konstantina O Brien", "maximiliane-konstantina-iiiiii"],
  ["王小明", "site-iiiiii"],
  ["", "site-iiiiii"],
])("%s is %s", (name, id) => expect(portfolioId(name, half)).toBe(id));

test("any name and any chance give a host label that says itself again", () => {
  const chance = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });
  fc.assert(
    fc.property(fc.string({ unit: "grapheme" }), chance, (name, one) => {
      const id = portfolioId(name, () => one);
      expect(id).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
      expect(id.length).toBeLessThanOrEqual(31);
    }),
  );
});

test("the end comes from chance, figure by figure", () => {
  const draws = [0, 0.99, 0.3, 0.5, 0.28, 0.999];
  expect(portfolioId("Ada", () => draws.shift()!)).toBe("ada-0zaiaz");
});
