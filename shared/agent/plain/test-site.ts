import { themePalette } from "../../portfolio/default-theme.ts";
import { findPalette } from "../../portfolio/palettes.ts";
import { findTypePair, themeFonts } from "../../portfolio/type-pairs.ts";
import type { Resume } from "../../resume.ts";
import type { TemplateManifest } from "../../template.ts";
import { SECTION_IDS, type Theme } from "../../theme.ts";
import type { PlainContext } from "./plain-kind.ts";

/** A small site that requests are made about. */
export const theme: Theme = {
  template: "folio",
  mode: "auto",
  palette: themePalette(findPalette("vermilion")!),
  fonts: themeFonts(findTypePair("newsreader")!),
  density: "regular",
  sections: SECTION_IDS.map((id) => ({ id, visible: true })),
};

export const resume: Resume = {
  basics: {
    name: "Mara Lindqvist",
    label: "Engineer",
    email: "mara@example.org",
    phone: "+46 8 123 456",
    image: "mara.jpg",
    summary: "I build quiet machines.",
    location: { city: "Uppsala", postalCode: "753 09" },
    profiles: [{ network: "LinkedIn", username: "mara", url: "https://www.linkedin.com/in/mara" }],
  },
  work: [
    { name: "Acme", position: "Engineer", startDate: "2019", highlights: ["Shipped it"] },
    { name: "Tidewatch", position: "Intern", startDate: "2016", endDate: "2018" },
  ],
  education: [{ institution: "Uppsala University", area: "Physics" }],
  skills: [{ name: "Programming languages", keywords: ["Fortran", "C"] }, { name: "Sailing" }],
  projects: [{ name: "Lamp" }, { name: "Anchor" }],
  languages: [{ language: "Swedish", fluency: "Native" }],
  references: [{ name: "Grace", reference: "Good." }],
};

const manifest = (id: string, name: string, order: number): TemplateManifest => ({
  id,
  name,
  idea: "",
  order,
  typePairs: ["newsreader", "garamond", "source"],
  palettes: ["vermilion", "ink", "forest"],
});

export const context: PlainContext = {
  resume,
  theme,
  standard: theme,
  templates: [
    {
      ...manifest("folio", "Folio", 1),
      variants: {
        hero: [
          { id: "plate", name: "Plate" },
          { id: "big-name", name: "Big name" },
        ],
        skills: [
          { id: "list", name: "List" },
          { id: "bars", name: "Bars" },
        ],
      },
    },
    manifest("commit", "Commit", 2),
    manifest("poster", "Poster", 3),
  ],
  today: "2026-11-21",
  chance: () => 0.4,
};
