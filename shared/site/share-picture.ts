import type { Colours, Theme } from "../theme.ts";
import { fitLines, type SetText } from "./fit-lines.ts";

/** What link previews show: 1.91 : 1, at the size that all of them take without cutting. Pixels. */
export const PICTURE_SIZE = { width: 1200, height: 630 } as const;

export interface PictureWords {
  readonly name: string;
  readonly label: string;
  readonly place: string;
  /** The site’s address as people read it. */
  readonly address: string;
  readonly initials: string;
  readonly direction: "ltr" | "rtl";
}

export interface Type {
  /** A font-family stack. */
  readonly family: string;
  readonly weight: number;
  /** Pixels. */
  readonly size: number;
  /** Between letters, in parts of the size. */
  readonly tracking: number;
}

/** What is drawn, in this order; places in pixels from the upper left. */
export type Shape =
  | {
      readonly kind: "block";
      readonly x: number;
      readonly y: number;
      readonly width: number;
      readonly height: number;
      readonly radius: number;
      readonly colour: string;
    }
  | {
      readonly kind: "photo";
      readonly x: number;
      readonly y: number;
      readonly width: number;
      readonly height: number;
    }
  | {
      readonly kind: "text";
      readonly words: string;
      /** Where it begins, ends or has its middle, and its baseline. */
      readonly x: number;
      readonly y: number;
      readonly anchor: "start" | "end" | "middle";
      readonly type: Type;
      readonly colour: string;
    };

/** The width of words in pixels. */
export type Measure = (words: string, type: Type) => number;

export interface PictureLook {
  readonly ground: string;
  readonly name: string;
  readonly label: string;
  readonly quiet: string;
  readonly line: string;
  readonly mark: string;
  readonly onMark: string;
  readonly display: Theme["fonts"]["display"];
  readonly text: Theme["fonts"]["text"];
}

/** Templates whose own idea is a page of colour. */
const BOLD = new Set(["poster"]);

const FALLBACK: Colours = {
  paper: "#fbf9f5",
  surface: "#f3efe8",
  ink: "#1d1b16",
  muted: "#6b665c",
  line: "#ddd7cb",
  accent: "#b3361c",
  onAccent: "#fbf9f5",
};

/** The colours and fonts of the picture: those that the site opens with; ink on paper without a theme. */
export function pictureLook(theme: Theme | null): PictureLook {
  const colours = theme?.palette[theme.mode === "dark" ? "dark" : "light"] ?? FALLBACK;
  const { paper, ink, muted, line, accent, onAccent } = colours;
  const fonts = theme?.fonts ?? { display: "Georgia, serif", text: "system-ui, sans-serif" };
  const { display, text } = fonts;
  if (theme !== null && BOLD.has(theme.template)) {
    return {
      ground: accent,
      name: onAccent,
      label: onAccent,
      quiet: onAccent,
      line: onAccent,
      mark: onAccent,
      onMark: accent,
      display,
      text,
    };
  }
  return {
    ground: paper,
    name: ink,
    label: accent,
    quiet: muted,
    line,
    mark: accent,
    onMark: onAccent,
    display,
    text,
  };
}

/** Heavier where letters have one thickness; a book face is beautiful large because it isn’t. */
function weightOf(stack: string): number {
  if (/\bmonospace\s*$/.test(stack)) return 600;
  return /\bsans-serif\s*$/.test(stack) ? 750 : 480;
}

const MARGIN = 80;
const PHOTO_WIDTH = 400;
const FOOT = 556;
const MARK = 72;
/** From below the mark to above the foot’s line. */
const ROOM = { top: 180, bottom: 506 } as const;
const LABEL_SIZE = 38;
const LABEL_GAP = 30;

/**
 * Sets the picture: the initials above, the name as large as its room has it, what the person does
 * below it, the address at the foot; mirrored where the language runs from right to left.
 */
export function setPicture(
  words: PictureWords,
  look: PictureLook,
  { hasPhoto, measure }: { readonly hasPhoto: boolean; readonly measure: Measure },
): readonly Shape[] {
  const { width, height } = PICTURE_SIZE;
  const isRtl = words.direction === "rtl";
  const inner = width - 2 * MARGIN - (hasPhoto ? PHOTO_WIDTH : 0);
  const left = MARGIN + (isRtl && hasPhoto ? PHOTO_WIDTH : 0);
  const start = isRtl ? left + inner : left;
  const end = isRtl ? left : left + inner;
  const photo: Shape[] = hasPhoto
    ? [{ kind: "photo", x: isRtl ? 0 : width - PHOTO_WIDTH, y: 0, width: PHOTO_WIDTH, height }]
    : [];
  return [
    { kind: "block", x: 0, y: 0, width, height, radius: 0, colour: look.ground },
    ...photo,
    ...mark(words, look, isRtl ? start - MARK : start),
    ...titles(words, look, { x: start, width: inner, measure }),
    { kind: "block", x: left, y: FOOT - 26, width: inner, height: 2, radius: 0, colour: look.line },
    ...foot(words, look, { start, end, width: inner, measure }),
  ];
}

function mark({ initials }: PictureWords, look: PictureLook, x: number): Shape[] {
  if (initials === "") return [];
  const size = initials.length > 1 ? 34 : 40;
  const type = { family: look.display, weight: weightOf(look.display), size, tracking: 0 };
  const middle = { x: x + MARK / 2, y: MARGIN - 10 + MARK / 2 + size * 0.35 };
  return [
    {
      kind: "block",
      x,
      y: MARGIN - 10,
      width: MARK,
      height: MARK,
      radius: 14,
      colour: look.mark,
    },
    { kind: "text", words: initials, ...middle, anchor: "middle", type, colour: look.onMark },
  ];
}

interface Place {
  readonly x: number;
  readonly width: number;
  readonly measure: Measure;
}

function titles(
  { name, label }: PictureWords,
  look: PictureLook,
  { x, width, measure }: Place,
): Shape[] {
  const under = { family: look.text, weight: 500, size: LABEL_SIZE, tracking: 0 };
  const below =
    label === ""
      ? { lines: [], size: LABEL_SIZE }
      : fitLines(
          label,
          { width, height: 110, sizes: [LABEL_SIZE, 32], leading: 1.3, lines: 2 },
          (text, size) => measure(text, { ...under, size }),
        );
  const belowHeight = below.lines.length * below.size * 1.3;
  const top = { family: look.display, weight: weightOf(look.display), tracking: -0.02 };
  const height = ROOM.bottom - ROOM.top - belowHeight - (belowHeight > 0 ? LABEL_GAP : 0);
  const sizes = Array.from({ length: 27 }, (_, step) => 156 - step * 4);
  const above = fitLines(name, { width, height, sizes, leading: 1.06, lines: 3 }, (text, size) =>
    measure(text, { ...top, size }),
  );
  const lines: Shape[] = [];
  let y = ROOM.bottom - belowHeight - (belowHeight > 0 ? LABEL_GAP : 0);
  y -= (above.lines.length - 1) * above.size * 1.06 + above.size * 0.22;
  const put = (
    { lines: rows, size }: SetText,
    type: Omit<Type, "size">,
    colour: string,
    step: number,
  ) => {
    for (const row of rows) {
      lines.push({
        kind: "text",
        words: row,
        x,
        y,
        anchor: "start",
        type: { ...type, size },
        colour,
      });
      y += size * step;
    }
  };
  put(above, top, look.name, 1.06);
  y = ROOM.bottom - belowHeight + below.size * 0.9;
  put(below, under, look.label, 1.3);
  return lines;
}

function foot(
  { address, place }: PictureWords,
  look: PictureLook,
  {
    start,
    end,
    width,
    measure,
  }: Omit<Place, "x"> & { readonly start: number; readonly end: number },
): Shape[] {
  const type = { family: look.text, weight: 500, size: 26, tracking: 0 };
  const y = FOOT + 22;
  const colour = look.quiet;
  const room = (share: number) => ({
    width: width * share,
    height: 40,
    sizes: [26, 22],
    leading: 1,
    lines: 1,
  });
  const by = (text: string, size: number) => measure(text, { ...type, size });
  const [site] = address === "" ? [] : fitLines(address, room(place === "" ? 1 : 0.64), by).lines;
  const [city] = place === "" ? [] : fitLines(place, room(0.33), by).lines;
  return [
    ...(site
      ? [{ kind: "text", words: site, x: start, y, anchor: "start", type, colour } as const]
      : []),
    ...(city
      ? [{ kind: "text", words: city, x: end, y, anchor: "end", type, colour } as const]
      : []),
  ];
}
