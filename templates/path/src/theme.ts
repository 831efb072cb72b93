import json from "./theme.json";

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

/** A portrait cut to a circle says so at the end of its address, whatever frame it stands in. */
const CIRCLE =
  ':root img[src$="#circle"]{aspect-ratio:1;height:auto;border-radius:50%;object-fit:cover;background:none}';

const FONT_USES = ["display", "text", "code"] as const;

const kebab = (name: string) => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

/**
 * theme.json as CSS custom properties: one `--role` a colour, right in both modes through
 * `light-dark()`; `--font-display|text|code`; and `--density`, a factor for space.
 */
export function themeCss(): string {
  const { light, dark } = theme.palette;
  const rules = [
    `color-scheme:${SCHEME[theme.mode] ?? "light dark"}`,
    ...Object.keys(light).map(
      (role) => `--${kebab(role)}:light-dark(${light[role]},${dark[role]})`,
    ),
    ...FONT_USES.map((use) => `--font-${use}:${theme.fonts[use]}`),
    `--density:${SPACE[theme.density] ?? "1"}`,
  ];
  return `:root{${rules.join(";")}}${CIRCLE}`.replace(/</g, "");
}
