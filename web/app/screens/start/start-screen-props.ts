/**
 * What the start screen is given. It holds no storage, no reader and no route: `web/app/flows` wires
 * the acts; the screen says what they are for.
 */
import type { Result } from "../../../../shared/failure.ts";
import type { Thumbnail } from "../../../../shared/ports/portfolio-storage.ts";
import type { ReadingState } from "../../flows/reading-state.ts";

/** A finished site made from a template's sample résumé (`kit.templates[id].example`). */
export interface ExampleSite {
  readonly templateId: string;
  /** The template's name, e.g. “Folio”. */
  readonly name: string;
  /** One line: what it is for. */
  readonly description: string;
  /** Path on the app's own origin. */
  readonly url: string;
}

/** `PortfolioSummary` of shared/ports/portfolio-storage.ts satisfies this as it is. */
export interface StartPortfolio {
  readonly id: string;
  readonly name: string;
  readonly templateId: string;
  /** Epoch milliseconds. */
  readonly updatedAt: number;
  readonly thumbnail: Thumbnail | null;
}

export interface StartScreenProps {
  readonly reading: ReadingState;
  /** A file was dropped, chosen or pasted. */
  readonly onFile: (file: File) => void;
  /** Text, Markdown or JSON Resume was pasted; never blank. */
  readonly onText: (text: string) => void;
  /** No CV at hand: goes to the few questions. */
  readonly onWrite: () => void;
  /** Begin from this template's sample résumé. */
  readonly onExample: (templateId: string) => void;
  /** The first sign that a CV is coming (a drag, a focus, the picker): load what reading needs. */
  readonly onIntent?: () => void;
  /** Stops the reading that is under way. */
  readonly onCancel?: () => void;
  /** Puts the empty sheet back after a failure. */
  readonly onDismissFailure: () => void;

  readonly examples: readonly ExampleSite[];

  /** `null` while the storage is being opened. */
  readonly portfolios: readonly StartPortfolio[] | null;
  readonly onOpen: (id: string) => void;
  readonly onRename: (id: string, name: string) => Promise<Result<void>>;
  readonly onDuplicate: (id: string) => Promise<Result<string>>;
  /**
   * Called when the time to undo has passed, or the page is being left: until then the screen only
   * hides the portfolio, and undo shows it again.
   */
  readonly onDelete: (id: string) => Promise<Result<void>>;
  /** Why nothing is kept after this page is closed, when that is so; else `null`. */
  readonly storageNotice?: string | null;

  /** Epoch milliseconds, for “3 days ago”. */
  readonly now: number;
}
