import type { OwnComponentId } from "../../ports/model.ts";

/** The parts of `OWN_COMPONENT_IDS`, each with its name and what it shows. */
export const OWN_COMPONENTS = [
  {
    id: "hero",
    name: "Opening",
    what: "the opening of the page: name, headline, the first words about me, the ways to reach me",
  },
  { id: "skills", name: "Skills", what: "the skills section, from my skills and their keywords" },
  {
    id: "timeline",
    name: "Timeline",
    what: "the experience section as a timeline, from my jobs and their dates, newest first",
  },
  { id: "gallery", name: "Gallery", what: "the projects section as a gallery, from my projects" },
  {
    id: "contact",
    name: "Contact",
    what: "the contact part, from my e-mail, phone, website, place and profiles",
  },
] as const satisfies readonly {
  readonly id: OwnComponentId;
  readonly name: string;
  readonly what: string;
}[];
export type OwnComponent = (typeof OWN_COMPONENTS)[number];

/**
 * The request for a component of one’s own, as it stands in the conversation. It goes through the same
 * walls and checks as any other: what doesn’t build or render is taken back, and the template’s own stays.
 */
export const componentRequest = ({ id, what }: OwnComponent): string =>
  `Write a component of my own for ${what}.
- One new file, src/own/${id[0]!.toUpperCase()}${id.slice(1)}.tsx, with typed props or the résumé that the page reads already; the template’s own file stays where it is, and only the place that uses it changes.
- Everything shown comes from my data. What is empty isn’t shown; nothing is made up.
- Colours, fonts and spacing by the variables that the page has, so that light, dark and every palette work; text in WCAG AA contrast; headings in their order; all of it by keyboard.
- Imports from react and from this project only. No request to anywhere, no dangerouslySetInnerHTML, no new package.`;
