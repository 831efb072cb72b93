import type { OwnComponent } from "../../../shared/agent/components/own-components.ts";
import type { PassedOver } from "../../../shared/agent/components/tell-of-component.ts";
import type { Failure } from "../../../shared/failure.ts";
import type { ProjectFiles } from "../../../shared/project.ts";
import type { Trial } from "../../sandbox/open-trial.ts";

/** A part of the page that a model writes anew, and how far that is. */
export interface OwnWish {
  readonly component: OwnComponent;
  readonly phase: "writing" | "checking" | "ready" | "refused" | "failed";
  /** The page as it is and with the new part, each in a sandbox of its own once it is there. */
  readonly mine: Trial | null;
  readonly proposed: Trial | null;
  /** Where it is refused: what is to be said against it, as a clause. */
  readonly why: string | null;
  readonly failure: Failure | null;
}

export interface Proposing {
  readonly component: OwnComponent;
  readonly files: ProjectFiles;
  /** Runs the page as it is, where an earlier round has begun that. */
  readonly mine: Trial | null;
  readonly passed: readonly PassedOver[];
  readonly signal: AbortSignal;
  readonly say: (news: Partial<OwnWish>) => void;
}

export interface Proposed {
  readonly source: string;
}

export type ProposeComponent = (asked: Proposing) => Promise<Proposed | null>;
