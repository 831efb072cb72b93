import { createContext, useContext } from "react";
import type { Result } from "../../../../shared/failure.ts";
import type { TextProposal, TextWish } from "../../../../shared/agent/words/better-text.ts";
import type { Json } from "./edit-json.ts";
import type { Crop } from "./portrait/draw-portrait.ts";

export interface ResumeAct {
  /** As the undo button says it: “Edit position”. */
  readonly label: string;
  /** Acts of one group in a row are one step of undo. */
  readonly group?: string;
}

/** Has a model propose other words for a text; nothing is changed by it. */
export type AskBetterText = (asked: {
  readonly wish: TextWish;
  readonly text: string;
  /** Proposals for it that weren't taken. */
  readonly unlike: readonly string[];
  readonly signal: AbortSignal;
}) => Promise<Result<TextProposal>>;

/** How the form's fields read and change the résumé. */
export interface ResumeEditing {
  readonly document: Json;
  /** Sets one value; an empty text or list takes the key away. */
  readonly set: (pointer: string, value: Json | undefined, act: ResumeAct) => void;
  /** Replaces the whole document: add, remove, move. */
  readonly replace: (document: Json, act: ResumeAct) => void;
  readonly undo: () => void;
  /** Makes a picture, or the part of it that was chosen, the portrait; tells where it can't be read. */
  readonly addPicture: (file: Blob, crop: Crop | null) => Promise<void>;
  /** The project's own picture at an address that the résumé names; `null` where it lies elsewhere. */
  readonly ownPicture: (address: string) => Blob | null;
  readonly askBetterText: AskBetterText;
}

const Editing = createContext<ResumeEditing | null>(null);

export const ResumeEditingProvider = Editing.Provider;

/** The résumé that is being edited, for any field inside the content panel. */
export function useResumeEditing(): ResumeEditing {
  const editing = useContext(Editing);
  if (editing === null) throw new Error("A résumé field stands outside the content panel.");
  return editing;
}
