import type { Failure } from "../../shared/failure.ts";
import type { Sandbox } from "../../shared/ports/sandbox.ts";
import type { FileChange, ProjectFiles } from "../../shared/project.ts";
import type { SandboxChoice, SandboxOption } from "../../shared/sandbox/choose-sandbox.ts";
import type { SandboxKind, Situation } from "../../shared/sandbox/situation.ts";
import type { BootStep } from "./boot-steps.ts";
import type { Later } from "./later.ts";

/** What the page that runs a portfolio knows and we can't find out. */
export interface Surroundings extends Pick<Situation, "tier" | "offer" | "isShared"> {
  /** Import specifiers that the instant sandbox brings. */
  readonly atHand: readonly string[];
}

export interface PortfolioRunState {
  /** What the person sees; `null` only before the first one is open. */
  readonly shown: Sandbox | null;
  /** What starts behind it and will take its place (R3.3). */
  readonly coming: Sandbox | null;
  /** The coming one answers: its frame can load, unseen. */
  readonly isReady: boolean;
  readonly choice: SandboxChoice;
  readonly options: readonly SandboxOption[];
  readonly wish: SandboxKind | null;
  /** Named steps of the start that is under way, or was the last. */
  readonly steps: readonly BootStep[];
  /** What was printed while starting and since. */
  readonly log: readonly string[];
  /** Why the person isn't where they would be; one failure, until they choose again. */
  readonly fallback: Failure | null;
  /** What that was to be. */
  readonly fallbackFrom: SandboxKind | null;
  /** It is asked for again by itself; the instant preview runs meanwhile. */
  readonly comesBack: boolean;
  /** Not even the instant sandbox started. */
  readonly failure: Failure | null;
}

export interface PortfolioRunInput {
  readonly id: string;
  readonly files: ProjectFiles;
  readonly surroundings: () => Surroundings;
  readonly open: (
    kind: SandboxKind,
    input: { readonly id: string; readonly files: ProjectFiles },
  ) => Promise<Sandbox>;
  /** npm changed these in the sandbox: for the project to take over. */
  readonly onPackages: (changes: readonly FileChange[]) => void;
  /** Looks anew at what `surroundings` says, before what was lost is asked for again. */
  readonly lookAround: () => Promise<unknown>;
  readonly later?: Later;
}
