import json from "./theme.json";
import { inContrast, touchesCss, type Touches } from "./touches";

export type SectionId =
  | "about"
  | "work"
  | "projects"
  | "skills"
  | "education"
  | "volunteer"
  | "awards"
  | "certificates"
  | "publications"
  | "languages"
  | "interests"
  | "references";

interface Theme {
  mode: string;
  palette: { light: Record<string, string>; dark: Record<string, string> };
  fonts: { display: string; text: string; code: string };
  density: string;
  textSize?: string;
  photoShape?: string;
  touches?: Touches;
  variants?: { hero?: string; skills?: string };
  sections: { id: string; visible: boolean; title?: string }[];
}

export const theme: Theme = json;

/** Ids of the sections to show, in order, each with its own title where the owner chose one. */
export const sections = theme.sections.filter((section) => section.visible) as {
  id: SectionId;
  title?: string;
}[];

const SPACE: Record<string, string> = { compact: "0.8", regular: "1", airy: "1.25" };
const SCHEME: Record<string, string> = { light: "light", dark: "dark" };

/** Of the template's own size: the root's, which spaces and measures in rem follow. */
const TEXT: Record<string, string> = {
  small: "0.9",
  regular: "1",
  large: "1.125",
  larger: "1.25",
};
const CORNERS: Record<string, string> = { square: "0", rounded: "12%", round: "50%" };

const FONT_USES = ["display", "text", "code"] as const;

const kebab = (name: string) => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

/**
 * The shape of the portrait, whatever frame it stands in: the one that the owner chose; or the
 * template's own, unless its address says at its end that it was cut to a circle.
 */
function photoCss(): string {
  const corners = CORNERS[theme.photoShape ?? ""];
  const which = corners === undefined ? '[src$="#circle"]' : ".portrait";
  return `:root img${which}{aspect-ratio:1;height:auto;border-radius:${corners ?? "50%"};object-fit:cover;background:none}`;
}

/**
 * theme.json as CSS custom properties: one `--role` a colour, right in both modes through
 * `light-dark()`; `--font-display|text|code`; and two factors: `--density` for space, `--text-size`
 * for the root's font size.
 */
export function themeCss(): string {
  const light = inContrast(theme.palette.light, "black", theme.touches);
  const dark = inContrast(theme.palette.dark, "white", theme.touches);
  const rules = [
    `color-scheme:${SCHEME[theme.mode] ?? "light dark"}`,
    ...Object.keys(light).map(
      (role) => `--${kebab(role)}:light-dark(${light[role]},${dark[role]})`,
    ),
    ...FONT_USES.map((use) => `--font-${use}:${theme.fonts[use]}`),
    `--density:${SPACE[theme.density] ?? "1"}`,
    `--text-size:${TEXT[theme.textSize ?? ""] ?? "1"}`,
  ];
  return `:root{${rules.join(";")}}${photoCss()}${touchesCss(theme.touches)}`.replace(/</g, "");
}
