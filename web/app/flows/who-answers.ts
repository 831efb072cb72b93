import type { SandboxKind } from "../../../shared/sandbox/situation.ts";
import type { SyncState } from "../../sync/open-sync.ts";

/** What decides who answers a message that needs the model. */
export interface Standing {
  readonly isSignedIn: boolean;
  /** How this browser and the account stand; `null` while they aren't kept the same. */
  readonly sync: SyncState | null;
  readonly portfolioId: string;
  /** Where the site runs; `null`: nowhere yet. */
  readonly shownIn: SandboxKind | null;
  /** Another sandbox is about to take that one's place. */
  readonly isMoving: boolean;
  /** It asks what code means and changes nothing. */
  readonly isAboutCode: boolean;
}

/**
 * The server answers (R4.11) where it has what the person sees: their portfolio is in the account, nothing
 * keeps it from going there, and a hosted sandbox runs it. Everything else the studio does itself.
 */
export function whoAnswers(standing: Standing): "server" | "studio" {
  const { isSignedIn, sync, portfolioId, shownIn, isMoving, isAboutCode } = standing;
  if (!isSignedIn || shownIn !== "hosted" || isMoving || isAboutCode) return "studio";
  if (sync === null || sync.kind === "waiting") return "studio";
  return sync.kind === "stuck" && sync.failures.has(portfolioId) ? "studio" : "server";
}
