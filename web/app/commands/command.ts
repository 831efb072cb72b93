import type { IconName } from "../../ui/Icon.tsx";

/** Something that can be done from the palette or by a key. */
export interface Command {
  readonly id: string;
  readonly title: string;
  /** Heading it stands under in the palette. */
  readonly group: string;
  /** Said at the right, in muted type: what it acts on, or the state it is in. */
  readonly detail?: string;
  /** Other words by which people look for it. */
  readonly keywords?: readonly string[];
  readonly shortcut?: string;
  readonly icon?: IconName;
  readonly run: () => void;
}
