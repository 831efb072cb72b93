import { readFile } from "node:fs/promises";
import { parse, wcagContrast } from "culori";
import { describe, expect, test } from "vitest";

const css = await readFile(new URL("./tokens.css", import.meta.url), "utf8");

/** Every colour token as its pair of values, light and dark. */
const tokens = new Map(
  [...css.matchAll(/--([a-z-]+): light-dark\((oklch\([^)]*\)), (oklch\([^)]*\))\)/g)].map(
    ([, name, light, dark]) => [name!, { light: light!, dark: dark! }],
  ),
);
const MODES = ["light", "dark"] as const;
const GROUNDS = ["paper", "surface", "sunken", "hover"];

const contrast = (one: string, other: string, mode: "light" | "dark") =>
  wcagContrast(tokens.get(one)![mode], tokens.get(other)![mode]);

describe("tokens", () => {
  test("are found, and are colours", () => {
    expect(tokens.size).toBeGreaterThan(15);
    for (const { light, dark } of tokens.values()) {
      expect(parse(light)).toBeDefined();
      expect(parse(dark)).toBeDefined();
    }
  });

  test.each(MODES)("text has 4.5 : 1 on every ground (%s)", (mode) => {
    for (const ground of GROUNDS)
      for (const text of ["ink", "muted", "accent-text", "good", "warn", "bad"])
        expect
          .soft(contrast(text, ground, mode), `${text} on ${ground}`)
          .toBeGreaterThanOrEqual(4.5);
    for (const fill of ["accent-fill", "accent-fill-hover"])
      expect.soft(contrast("on-accent", fill, mode), fill).toBeGreaterThanOrEqual(4.5);
    expect.soft(contrast("accent-text", "accent-wash", mode)).toBeGreaterThanOrEqual(4.5);
    expect.soft(contrast("bad", "bad-wash", mode)).toBeGreaterThanOrEqual(4.5);
    expect.soft(contrast("warn", "warn-wash", mode)).toBeGreaterThanOrEqual(4.5);
  });

  test.each(MODES)("borders of controls and the focus ring have 3 : 1 (%s)", (mode) => {
    for (const ground of GROUNDS)
      for (const edge of ["control", "accent", "accent-fill"])
        expect.soft(contrast(edge, ground, mode), `${edge} on ${ground}`).toBeGreaterThanOrEqual(3);
  });
});
