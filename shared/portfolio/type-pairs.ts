import type { Theme } from "../theme.ts";
import { TYPE_FAMILIES, type TypeFamilyId } from "./type-families.ts";

/** Two families that suit each other: one for names and headings, one for reading. */
export interface TypePair {
  readonly id: string;
  /** For the design panel. */
  readonly name: string;
  readonly display: TypeFamilyId;
  readonly text: TypeFamilyId;
  /** `null`: the system's own monospace. */
  readonly code: TypeFamilyId | null;
  /** Families whose italic is drawn, not slanted, and shipped with the site. */
  readonly italics: readonly TypeFamilyId[];
}

export const TYPE_PAIRS: readonly TypePair[] = [
  {
    id: "newsreader",
    name: "Newsreader and Instrument Sans",
    display: "newsreader",
    text: "instrument-sans",
    code: null,
    italics: ["newsreader"],
  },
  {
    id: "garamond",
    name: "EB Garamond and Figtree",
    display: "eb-garamond",
    text: "figtree",
    code: null,
    italics: ["eb-garamond"],
  },
  {
    id: "geist",
    name: "Geist Mono and Geist",
    display: "geist-mono",
    text: "geist",
    code: "geist-mono",
    italics: [],
  },
  {
    id: "jetbrains",
    name: "JetBrains Mono",
    display: "jetbrains-mono",
    text: "jetbrains-mono",
    code: "jetbrains-mono",
    italics: [],
  },
  {
    id: "archivo",
    name: "Archivo",
    display: "archivo",
    text: "archivo",
    code: null,
    italics: [],
  },
  {
    id: "fraunces",
    name: "Fraunces and Public Sans",
    display: "fraunces",
    text: "public-sans",
    code: null,
    italics: ["fraunces"],
  },
  {
    id: "literata",
    name: "Literata",
    display: "literata",
    text: "literata",
    code: null,
    italics: ["literata"],
  },
  {
    id: "bricolage",
    name: "Bricolage Grotesque and Instrument Sans",
    display: "bricolage-grotesque",
    text: "instrument-sans",
    code: null,
    italics: [],
  },
  {
    id: "source",
    name: "Source Serif and Public Sans",
    display: "source-serif-4",
    text: "public-sans",
    code: null,
    italics: ["source-serif-4"],
  },
];

/** The pair with this id, or `null`. */
export const findTypePair = (id: string): TypePair | null =>
  TYPE_PAIRS.find((pair) => pair.id === id) ?? null;

const SYSTEM = {
  serif: 'Georgia, "Times New Roman", serif',
  sans: 'system-ui, -apple-system, "Segoe UI", Arial, sans-serif',
  mono: 'ui-monospace, "SF Mono", Menlo, Consolas, "Liberation Mono", monospace',
} as const;

/** The name of a family's fallback face, whose size is adjusted to it (`fonts-css.ts`). */
export const fallbackName = (id: TypeFamilyId): string =>
  `${TYPE_FAMILIES[id].family.replace(/ Variable$/, "")} Fallback`;

function stack(id: TypeFamilyId): string {
  const { family, kind } = TYPE_FAMILIES[id];
  return `"${family}", "${fallbackName(id)}", ${SYSTEM[kind]}`;
}

/** The `fonts` of `theme.json` for a pair: its id and a font-family stack for each use. */
export function themeFonts(pair: TypePair): Theme["fonts"] {
  return {
    id: pair.id,
    display: stack(pair.display),
    text: stack(pair.text),
    code: pair.code ? stack(pair.code) : SYSTEM.mono,
  };
}

/** The families of a pair, each once, the text first: it is what must arrive first. */
export function pairFamilies(pair: TypePair): readonly TypeFamilyId[] {
  return [...new Set([pair.text, pair.display, ...(pair.code ? [pair.code] : [])])];
}

export interface FontFile {
  /** In `src/fonts/`, as Fontsource names it. */
  readonly name: string;
  /** Its folder under `node_modules/`. */
  readonly folder: string;
  readonly familyId: TypeFamilyId;
  readonly subset: "latin" | "latin-ext";
  readonly style: "normal" | "italic";
}

/** The font files of a pair: Latin and Latin Extended; the italic only where the pair wants it. */
export function fontFiles(pair: TypePair): readonly FontFile[] {
  return pairFamilies(pair).flatMap((familyId) => {
    const { fontsource, axis } = TYPE_FAMILIES[familyId];
    const styles = pair.italics.includes(familyId)
      ? (["normal", "italic"] as const)
      : (["normal"] as const);
    return styles.flatMap((style) =>
      (["latin-ext", "latin"] as const).map((subset) => ({
        name: `${fontsource}-${subset}-${axis}-${style}.woff2`,
        folder: `@fontsource-variable/${fontsource}/files`,
        familyId,
        subset,
        style,
      })),
    );
  });
}
