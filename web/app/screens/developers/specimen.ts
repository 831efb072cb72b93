import type { ComponentType } from "react";

/** One component, or a few that belong together, in all their states. */
export interface Specimen {
  readonly name: string;
  readonly Show: ComponentType;
}
