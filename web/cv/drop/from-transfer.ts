/** What a drop or a paste brings: a file, or text. */
export type Brought =
  | { readonly kind: "file"; readonly file: File; readonly others: number }
  | { readonly kind: "text"; readonly text: string };

/** The parts of a `DataTransfer` that are looked at. */
export interface TransferParts {
  readonly files: ArrayLike<File>;
  getData(format: string): string;
}

/**
 * The CV in a drop or a paste: its first file (a CV is one file; `others` counts the rest), else its
 * text; `null` when there is neither. Files win: a copied file brings its name as text too.
 */
export function fromTransfer(parts: TransferParts): Brought | null {
  const [file] = Array.from(parts.files);
  if (file !== undefined) return { kind: "file", file, others: parts.files.length - 1 };
  const text = parts.getData("text/plain");
  return text.trim() === "" ? null : { kind: "text", text };
}

/** Whether something dragged over the window can be dropped here: a file, or text from elsewhere. */
export const canBeDropped = (types: readonly string[]): boolean =>
  types.includes("Files") || types.includes("text/plain");

/** Whether a paste with the focus here belongs to that field and not to the page. */
export function takesText(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  return target.isContentEditable || target.matches("input, textarea, select");
}
