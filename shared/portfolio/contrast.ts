import {
  formatHex,
  modeLrgb,
  modeOklch,
  modeRgb,
  parse,
  useMode as registerMode,
  wcagContrast,
} from "culori/fn";

registerMode(modeRgb);
registerMode(modeLrgb);
registerMode(modeOklch);

/** Text that is read (WCAG 2.2, 1.4.3 Contrast, level AA). */
export const TEXT_CONTRAST = 4.5;

/**
 * The contrast ratio of two CSS colours, 1–21 (WCAG 2.2, relative luminance). `null` when one of
 * them is no colour that this reads: names, hex, `rgb()`, `oklch()`.
 */
export function contrast(one: string, other: string): number | null {
  const [a, b] = [parse(one), parse(other)];
  return a && b ? wcagContrast(a, b) : null;
}

/** A CSS colour as `#rrggbb`, the nearest a screen of sRGB shows; `null` when it is no colour. */
export const asHex = (colour: string): string | null => formatHex(parse(colour)) ?? null;
