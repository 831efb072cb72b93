import type { TemplateManifest } from "../../template.ts";
import type { Resume } from "../../resume.ts";
import type { Theme } from "../../theme.ts";
import { phrase, type Phrase, type Slots } from "./phrase.ts";

/** What a request is about: the site as it is now. */
export interface PlainContext {
  readonly resume: Resume;
  readonly theme: Theme;
  /** The present template's own look, for “the colours as they were”. */
  readonly standard: Theme;
  readonly templates: readonly TemplateManifest[];
  /** Today, `2026-11-21`: for “since today”. */
  readonly today: string;
  /** Chance, 0 ≤ x < 1, for “surprise me”. */
  readonly chance: () => number;
}

/** Things that aren't changes of content or look; the app does them. */
export type PlainCommand =
  | "undo"
  | "redo"
  | "save-version"
  | "show-history"
  | "download-project"
  | "download-site"
  | "download-resume"
  | "print-cv"
  | "surprise-template"
  | "help";

/** What a request asks for; `nothing` where it is so already, or can't be. */
export type PlainStep =
  | { readonly kind: "theme"; readonly theme: Theme }
  | { readonly kind: "resume"; readonly resume: Resume }
  | { readonly kind: "template"; readonly templateId: string }
  | { readonly kind: "command"; readonly command: PlainCommand; readonly label?: string }
  | { readonly kind: "nothing" };

export interface PlainAnswer {
  /** One sentence: what was done, or why nothing was. */
  readonly said: string;
  readonly step: PlainStep;
}

/** One kind of request, in all the ways it is said. */
export interface PlainKind {
  readonly id: string;
  /** For the list of what can be asked without AI. */
  readonly example: string;
  readonly phrases: readonly Phrase[];
  /** `null`: the words fit, but what they name isn't there; the request is then not understood. */
  readonly act: (slots: Slots, context: PlainContext) => PlainAnswer | null;
}

/** @param phrases one a line */
export function kind(
  id: string,
  example: string,
  phrases: string,
  act: PlainKind["act"],
): PlainKind {
  const lines = phrases
    .split("\n")
    .map((line) => line.trim())
    .filter(Boolean);
  return { id, example, phrases: lines.map(phrase), act };
}

/** An answer that changes the look. */
export const look = (said: string, theme: Theme): PlainAnswer => ({
  said,
  step: { kind: "theme", theme },
});

/** An answer that changes the content. */
export const content = (said: string, resume: Resume): PlainAnswer => ({
  said,
  step: { kind: "resume", resume },
});

/** An answer that changes nothing and says why. */
export const nothing = (said: string): PlainAnswer => ({ said, step: { kind: "nothing" } });
