import { STYLE_TASKS } from "./style-tasks.ts";
import { WORD_TASKS } from "./word-tasks.ts";
import { COMPONENT_TASKS } from "./component-tasks.ts";

/** What a competent model does in one answer. What it edits it has read in the same message: that isn't said. */
export type Act =
  | { readonly reads: readonly string[] }
  | { readonly search: string }
  | { readonly edits: readonly Edit[] }
  | { readonly writes: readonly { readonly path: string; readonly content: string }[] };

export interface Edit {
  readonly path: string;
  readonly old: string;
  readonly new: string;
}

/** A request that no plain grammar answers, what a model does for it, and what it says then. */
export interface Task {
  readonly request: string;
  readonly acts: readonly Act[];
  readonly says: string;
}

export interface Conversation {
  readonly name: string;
  readonly tasks: readonly Task[];
}

/**
 * Twenty tasks on the sample portfolio of the template Folio, in five conversations about one site. Two go
 * wrong at first: a block that isn't found, and an edit that doesn't build. A person pauses between two
 * messages; between two conversations so long that the provider has forgotten everything.
 */
export const CONVERSATIONS: readonly Conversation[] = [
  ...STYLE_TASKS,
  ...WORD_TASKS,
  ...COMPONENT_TASKS,
];
