import type { OwnComponentId } from "../../ports/model.ts";
import type { SectionId } from "../../theme.ts";

export interface OwnComponent {
  readonly id: OwnComponentId;
  readonly name: string;
  /** The section it stands in; `null`: it belongs to every page. */
  readonly section: SectionId | null;
}

/** The parts of `OWN_COMPONENT_IDS`, as people know them. */
export const OWN_COMPONENTS: readonly OwnComponent[] = [
  { id: "hero", name: "Opening", section: null },
  { id: "skills", name: "Skills", section: "skills" },
  { id: "timeline", name: "Timeline", section: "work" },
  { id: "gallery", name: "Gallery", section: "projects" },
  { id: "contact", name: "Contact", section: null },
];
