import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Colours } from "../theme.ts";
import { contrast } from "./contrast.ts";
import { PALETTES, paletteFromAccent, type Palette } from "./palettes.ts";

const READ_ON_BOTH = ["ink", "muted", "accent"] as const;

function unreadable(colours: Colours): string[] {
  const pairs = READ_ON_BOTH.flatMap((role) => [
    [role, "paper"] as const,
    [role, "surface"] as const,
  ]);
  return [...pairs, ["onAccent", "accent"] as const]
    .filter(([text, ground]) => (contrast(colours[text], colours[ground]) ?? 0) < 4.5)
    .map(([text, ground]) => `${text} on ${ground}`);
}

const modes = (palette: Palette) => [palette.light, palette.dark];

describe("palettes", () => {
  it.each(PALETTES.map((palette) => [palette.name, palette] as const))(
    "%s can be read in every role, light and dark",
    (_, palette) => {
      expect(modes(palette).map(unreadable)).toEqual([[], []]);
    },
  );

  it("differ: no two share an id, a name or an accent", () => {
    expect(PALETTES.length).toBeGreaterThanOrEqual(8);
    for (const key of [
      (palette: Palette) => palette.id,
      (palette: Palette) => palette.name,
      (palette: Palette) => palette.light.accent,
    ]) {
      expect(new Set(PALETTES.map(key)).size).toBe(PALETTES.length);
    }
  });

  it("are darker at night than by day", () => {
    for (const { light, dark } of PALETTES) {
      expect(contrast(light.paper, "#000")!).toBeGreaterThan(contrast(dark.paper, "#000")!);
    }
  });
});

describe("a palette around a chosen colour", () => {
  it("can be read whatever the colour", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 0xffffff }), (number) => {
        const palette = paletteFromAccent(`#${number.toString(16).padStart(6, "0")}`);
        expect(palette.ok && modes(palette.value).map(unreadable)).toEqual([[], []]);
      }),
      { numRuns: 300 },
    );
  });

  it("keeps a colour that can be read already", () => {
    const palette = paletteFromAccent("#1d4ed8");
    expect(palette.ok && palette.value.light.accent).toBe("#1d4ed8");
  });

  it("refuses what is no colour, in words", () => {
    const palette = paletteFromAccent("bluish");
    expect(palette).toMatchObject({ ok: false, failure: { kind: "invalid" } });
  });
});

describe("contrast", () => {
  it("is WCAG’s: 21 for black on white, 1 for a colour on itself, null for no colour", () => {
    expect(contrast("#000", "white")).toBeCloseTo(21, 5);
    expect(contrast("#c2410c", "#c2410c")).toBe(1);
    expect(contrast("#777", "#fff")).toBeCloseTo(4.48, 2);
    expect(contrast("no colour", "#fff")).toBeNull();
  });
});
