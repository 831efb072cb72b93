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
