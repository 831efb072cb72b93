/**
 * The type families that a site may be set in: which files Fontsource ships for each, and how wide
 * and tall they are beside the fonts that every system has. All are under the SIL Open Font License.
 *
 * Measured on 2026-11-21 in Chromium at 1000 px: `ascent` and `descent` are the font's own
 * bounding metrics in em; `width` is the advance width of a paragraph of CV text in four languages
 * divided by that of the metric twin of Times New Roman, Arial or Courier New (Liberation Serif,
 * Sans, Mono). `fonts-css.ts` makes fallback faces of them that don't shift the page.
 */
export interface TypeFamily {
  /** As Fontsource names it in `font-family`. */
  readonly family: string;
  /** Folder in `@fontsource-variable/`, and the start of its file names. */
  readonly fontsource: string;
  /** The variable axis file: weight alone, or width and weight. */
  readonly axis: "wght" | "wdth";
  /** CSS `font-weight` range of the weight axis. */
  readonly weight: string;
  readonly stretch?: string;
  readonly kind: "serif" | "sans" | "mono";
  readonly ascent: number;
  readonly descent: number;
  readonly width: { readonly regular: number; readonly bold: number; readonly italic?: number };
  readonly copyright: string;
}

const families = {
  newsreader: {
    family: "Newsreader Variable",
    fontsource: "newsreader",
    axis: "wght",
    weight: "200 800",
    kind: "serif",
    ascent: 0.735,
    descent: 0.265,
    width: { regular: 1.0476, bold: 1.0683, italic: 0.9834 },
    copyright: "2020 The Newsreader Project Authors",
  },
  "instrument-sans": {
    family: "Instrument Sans Variable",
    fontsource: "instrument-sans",
    axis: "wght",
    weight: "400 700",
    kind: "sans",
    ascent: 0.97,
    descent: 0.25,
    width: { regular: 1.0177, bold: 0.9868, italic: 1.0169 },
    copyright: "2022 The Instrument Sans Project Authors",
  },
  "eb-garamond": {
    family: "EB Garamond Variable",
    fontsource: "eb-garamond",
    axis: "wght",
    weight: "400 800",
    kind: "serif",
    ascent: 1.007,
    descent: 0.298,
    width: { regular: 0.9394, bold: 0.9777, italic: 0.9096 },
    copyright: "2017 The EB Garamond Project Authors",
  },
  figtree: {
    family: "Figtree Variable",
    fontsource: "figtree",
    axis: "wght",
    weight: "300 900",
    kind: "sans",
    ascent: 0.95,
    descent: 0.25,
    width: { regular: 1.0037, bold: 0.9624, italic: 1.0147 },
    copyright: "2022 The Figtree Project Authors",
  },
  geist: {
    family: "Geist Variable",
    fontsource: "geist",
    axis: "wght",
    weight: "100 900",
    kind: "sans",
    ascent: 1.005,
    descent: 0.295,
    width: { regular: 1.022, bold: 1.019, italic: 1.0016 },
    copyright: "2024 The Geist Project Authors",
  },
  "geist-mono": {
    family: "Geist Mono Variable",
    fontsource: "geist-mono",
    axis: "wght",
    weight: "100 900",
    kind: "mono",
    ascent: 1.005,
    descent: 0.295,
    width: { regular: 0.9998, bold: 0.9998 },
    copyright: "2024 The Geist Project Authors",
  },
  "jetbrains-mono": {
    family: "JetBrains Mono Variable",
    fontsource: "jetbrains-mono",
    axis: "wght",
    weight: "100 800",
    kind: "mono",
    ascent: 1.02,
    descent: 0.3,
    width: { regular: 0.9998, bold: 0.9998 },
    copyright: "2020 The JetBrains Mono Project Authors",
  },
  archivo: {
    family: "Archivo Variable",
    fontsource: "archivo",
    axis: "wdth",
    weight: "100 900",
    stretch: "62% 125%",
    kind: "sans",
    ascent: 0.878,
    descent: 0.21,
    width: { regular: 0.985, bold: 0.985, italic: 0.9873 },
    copyright: "2020 The Archivo Project Authors",
  },
  fraunces: {
    family: "Fraunces Variable",
    fontsource: "fraunces",
    axis: "wght",
    weight: "100 900",
    kind: "serif",
    ascent: 0.978,
    descent: 0.255,
    width: { regular: 1.1524, bold: 1.1639, italic: 1.0882 },
    copyright: "2020 The Fraunces Project Authors",
  },
  "public-sans": {
    family: "Public Sans Variable",
    fontsource: "public-sans",
    axis: "wght",
    weight: "100 900",
    kind: "sans",
    ascent: 0.95,
    descent: 0.225,
    width: { regular: 1.0385, bold: 0.9933, italic: 1.0046 },
    copyright: "2015 The Public Sans Project Authors",
  },
  literata: {
    family: "Literata Variable",
    fontsource: "literata",
    axis: "wght",
    weight: "200 900",
    kind: "serif",
    ascent: 1.177,
    descent: 0.308,
    width: { regular: 1.1649, bold: 1.1769, italic: 1.0971 },
    copyright: "2017 The Literata Project Authors",
  },
  "bricolage-grotesque": {
    family: "Bricolage Grotesque Variable",
    fontsource: "bricolage-grotesque",
    axis: "wght",
    weight: "200 800",
    kind: "sans",
    ascent: 0.93,
    descent: 0.27,
    width: { regular: 1.046, bold: 1.0155 },
    copyright: "2022 The Bricolage Grotesque Project Authors",
  },
  "source-serif-4": {
    family: "Source Serif 4 Variable",
    fontsource: "source-serif-4",
    axis: "wght",
    weight: "200 900",
    kind: "serif",
    ascent: 1.036,
    descent: 0.335,
    width: { regular: 1.17, bold: 1.1424, italic: 1.0758 },
    copyright: "2014 Adobe (Source Serif)",
  },
} satisfies Record<string, TypeFamily>;

export type TypeFamilyId = keyof typeof families;
export const TYPE_FAMILIES: Readonly<Record<TypeFamilyId, TypeFamily>> = families;
