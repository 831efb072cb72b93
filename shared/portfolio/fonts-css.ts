import { TYPE_FAMILIES, type TypeFamily } from "./type-families.ts";
import {
  fallbackName,
  fontFiles,
  pairFamilies,
  type FontFile,
  type TypePair,
} from "./type-pairs.ts";

export const FONTS_CSS_PATH = "src/fonts.css";
export const FONTS_FOLDER = "src/fonts/";

/** Fontsource's subsets (the ranges of Google Fonts): a file is fetched only when the page needs it. */
const RANGES = {
  "latin-ext":
    "U+0100-02BA, U+02BD-02C5, U+02C7-02CC, U+02CE-02D7, U+02DD-02FF, U+0304, U+0308, U+0329, U+1D00-1DBF, U+1E00-1E9F, U+1EF2-1EFF, U+2020, U+20A0-20AB, U+20AD-20C0, U+2113, U+2C60-2C7F, U+A720-A7FF",
  latin:
    "U+0000-00FF, U+0131, U+0152-0153, U+02BB-02BC, U+02C6, U+02DA, U+02DC, U+0304, U+0308, U+0329, U+2000-206F, U+20AC, U+2122, U+2191, U+2193, U+2212, U+2215, U+FEFF, U+FFFD",
} as const;

type Cut = "regular" | "bold" | "italic";

/** Full names and PostScript names of fonts with the same advance widths, for `local()`. */
const TWINS: Readonly<Record<TypeFamily["kind"], Readonly<Record<Cut, readonly string[]>>>> = {
  serif: {
    regular: ["Times New Roman", "TimesNewRomanPSMT", "Liberation Serif", "Tinos"],
    bold: ["Times New Roman Bold", "TimesNewRomanPS-BoldMT", "Liberation Serif Bold", "Tinos Bold"],
    italic: [
      "Times New Roman Italic",
      "TimesNewRomanPS-ItalicMT",
      "Liberation Serif Italic",
      "Tinos Italic",
    ],
  },
  sans: {
    regular: ["Arial", "ArialMT", "Liberation Sans", "Arimo", "Helvetica"],
    bold: ["Arial Bold", "Arial-BoldMT", "Liberation Sans Bold", "Arimo Bold", "Helvetica Bold"],
    italic: ["Arial Italic", "Arial-ItalicMT", "Liberation Sans Italic", "Arimo Italic"],
  },
  mono: {
    regular: ["Courier New", "CourierNewPSMT", "Liberation Mono", "Cousine"],
    bold: ["Courier New Bold", "CourierNewPS-BoldMT", "Liberation Mono Bold", "Cousine Bold"],
    italic: ["Courier New Italic", "CourierNewPS-ItalicMT", "Liberation Mono Italic"],
  },
};

const rule = (lines: readonly string[]) => `@font-face {\n  ${lines.join(";\n  ")};\n}\n`;

/** A declaration with several values, laid out as Prettier does: it is the person's file from now on. */
function list(property: string, values: readonly string[]): string {
  const lines: string[] = [];
  for (const value of values.map((value, at) => (at < values.length - 1 ? `${value},` : value))) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + value.length < 100)
      lines[lines.length - 1] = `${last} ${value}`;
    else lines.push(`    ${value}`);
  }
  return `${property}:\n${lines.join("\n")}`;
}

function face(file: FontFile): string {
  const { family, weight, stretch } = TYPE_FAMILIES[file.familyId];
  return rule([
    `font-family: "${family}"`,
    `font-style: ${file.style}`,
    `font-weight: ${weight}`,
    ...(stretch ? [`font-stretch: ${stretch}`] : []),
    "font-display: swap",
    `src: url("./fonts/${file.name}") format("woff2")`,
    list("unicode-range", RANGES[file.subset].split(", ")),
  ]);
}

const percent = (ratio: number) => `${Number((ratio * 100).toFixed(2))}%`;

/**
 * A system font scaled to the family's width, with the family's height: text set in it while the
 * file loads takes the same lines and the same room. The overrides are divided by the scale because
 * `size-adjust` scales them too (CSS Fonts 5, § 6).
 */
function fallbackFace(family: TypeFamily, name: string, cut: Cut, width: number): string {
  return rule([
    `font-family: "${name}"`,
    `font-style: ${cut === "italic" ? "italic" : "normal"}`,
    `font-weight: ${cut === "bold" ? "600 900" : cut === "italic" ? "100 900" : "100 599"}`,
    list(
      "src",
      TWINS[family.kind][cut].map((twin) => `local("${twin}")`),
    ),
    `size-adjust: ${percent(width)}`,
    `ascent-override: ${percent(family.ascent / width)}`,
    `descent-override: ${percent(family.descent / width)}`,
    "line-gap-override: 0%",
  ]);
}

/** The text of `src/fonts.css` for a pair: its faces, and fallbacks that keep the page from shifting. */
export function fontsCss(pair: TypePair): string {
  const families = pairFamilies(pair);
  const credits = families.map((id) => {
    const { family, copyright } = TYPE_FAMILIES[id];
    return `${family.replace(/ Variable$/, "")}: © ${copyright}.`;
  });
  const fallbacks = families.flatMap((id) => {
    const family = TYPE_FAMILIES[id];
    return (["regular", "bold", "italic"] as const).flatMap((cut) => {
      const width = family.width[cut];
      return width === undefined ? [] : [fallbackFace(family, fallbackName(id), cut, width)];
    });
  });
  return [
    `/* ${credits.join(" ")} SIL Open Font License 1.1, https://openfontlicense.org */\n`,
    ...fontFiles(pair).map(face),
    "/* System fonts scaled to the same room, until the files above are there. */\n",
    ...fallbacks,
  ].join("\n");
}
