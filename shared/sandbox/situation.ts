import type { Tier } from "../limits.ts";
import type { Sandbox } from "../ports/sandbox.ts";
import type { ProjectNeeds } from "./project-needs.ts";

export type SandboxKind = Sandbox["kind"];

/** What this browser allows WebContainer. */
export interface BrowserFacts {
  /** `self.crossOriginIsolated`: fixed when the document loaded (R3.9). */
  readonly isIsolated: boolean;
  readonly hasSharedMemory: boolean;
  readonly isIos: boolean;
  /** False where storage of other sites is known to be blocked; unknown counts as allowed. */
  readonly allowsThirdPartyStorage: boolean;
}

/** What the operator offers. */
export interface Offer {
  /** Whose servers WebContainer's runtime comes from; `off` by the operator's switch (R3.2). */
  readonly webcontainer: "off" | "stackblitz" | "local-runner";
  /** `busy`: there is a queue; `full`: the queue is full too; `down`: the health check says so. */
  readonly hosted: "off" | "free" | "busy" | "full" | "down";
}

/** All that the choice depends on. */
export interface Situation {
  readonly tier: Tier;
  readonly needs: ProjectNeeds;
  readonly browser: BrowserFacts;
  readonly isOnline: boolean;
  readonly offer: Offer;
  /** What the person asked for; `null`: the choice is ours. */
  readonly wish: SandboxKind | null;
  /** Somebody else is to see it by a link. */
  readonly isShared: boolean;
  /** Kinds that failed on this page, with the sentence that says why; they aren't tried by themselves again. */
  readonly failed: Readonly<Partial<Record<SandboxKind, string>>>;
}
