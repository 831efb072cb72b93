type Colours = Record<string, string>;

/** Small wishes about the look, each of its own; where one is missing the template has its own way. */
export interface Touches {
  /** The name's size: "smaller" or "larger" than the template has it, in so far as it fits. */
  name?: string;
  /** "upper": the name in capitals. */
  nameCase?: string;
  /** "bold": the titles of the sections. */
  headings?: string;
  /** "accent": the titles of the sections. */
  headingColour?: string;
  /** "underlined": every link, wherever it stands. */
  links?: string;
  /** "strong": secondary text and hairlines come near to the ink, and the ink to black or white. */
  contrast?: string;
  /** "none": nothing moves or fades. */
  motion?: string;
  /** "lines" between the sections, or "none" on the page. */
  dividers?: string;
  /** "square" or "round": of whatever has corners but the portrait, which has its own choice. */
  corners?: string;
}

/** How much smaller a name that fills its line must be in capitals, which are wider. */
const CAPITALS = 0.8;

const RULES: Record<keyof Touches, Record<string, string>> = {
  name: { smaller: ":root{--name-scale:.75}", larger: ":root{--name-scale:1.25}" },
  nameCase: { upper: `:root{--name-caps:${CAPITALS}}:root h1{text-transform:uppercase!important}` },
  headings: { bold: ":root h2{font-weight:700!important}" },
  headingColour: { accent: ":root h2{color:var(--accent)!important}" },
  links: {
    underlined:
      ":root a{text-decoration-line:underline!important;text-decoration-color:currentcolor!important}",
  },
  contrast: {},
  motion: {
    none: ":root{--still:1;--moving:none}*,::before,::after,::backdrop{animation:none!important;transition:none!important;scroll-behavior:auto!important}",
  },
  dividers: { lines: ":root{--divider:1px}", none: ":root{--ruled:0}" },
  corners: { square: ":root{--corner:0px}", round: ":root{--corner:1rem}" },
};

/**
 * The chosen touches as CSS, nothing of the others: rules of their own, or custom properties that the
 * style sheets read with what they do otherwise: `--name-scale`, `--name-caps` and `--name-fit`, both of
 * them for a name that is as large as its line; `--divider` and `--ruled` (1 or 0) for lines that a
 * template hasn't or has; `--corner`; `--still` and `--moving`.
 */
export function touchesCss(touches: Touches = {}): string {
  const smaller = touches.name === "smaller" ? 0.75 : 1;
  const fit = smaller * (touches.nameCase === "upper" ? CAPITALS : 1);
  const rules = Object.entries(RULES).map(
    ([touch, ways]) => ways[touches[touch as keyof Touches] ?? ""] ?? "",
  );
  return `${fit < 1 ? `:root{--name-fit:${fit.toFixed(2)}}` : ""}${rules.join("")}`;
}

const mix = (one: string, share: number, other: string) =>
  `color-mix(in oklab,${one} ${share}%,${other})`;

/** The colours of a mode with more contrast, if that was chosen; `pole` is what its ink tends to. */
export function inContrast(colours: Colours, pole: string, touches: Touches = {}): Colours {
  const { ink, muted, line } = colours;
  if (touches.contrast !== "strong" || !ink || !muted || !line) return colours;
  return {
    ...colours,
    ink: mix(ink, 70, pole),
    muted: mix(ink, 75, muted),
    line: mix(muted, 70, line),
  };
}
