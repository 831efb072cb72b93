import { backUp, continueBackup, type BackupContext } from "./backup.ts";
import { applyRetention, type RetentionContext } from "./retention.ts";
import { followDomains, type DomainsContext } from "./follow-domains.ts";
import { scanSandboxes, type ScanContext } from "./scan-sandboxes.ts";
import { watchHealth, type WatchContext } from "./watch-health.ts";

export interface ScheduledContext
  extends
    WatchContext,
    RetentionContext,
    ScanContext,
    DomainsContext,
    Omit<BackupContext, "backups"> {
  /** `null` where no bucket is bound for backups. */
  readonly backups: R2Bucket | null;
  /** After a change of the master key the Durable Objects' keys are wrapped anew. */
  readonly wrapObjects: () => Promise<unknown>;
  /** Moves of anonymous work into accounts that were cut go on. */
  readonly finishMoves: () => Promise<unknown>;
  /** Notes how a piece of work ended; failures are told, not thrown, so that one can't stop another. */
  readonly ended: (name: string, failure: unknown) => void;
}

type Work = (context: ScheduledContext) => Promise<unknown>;

/** Which work comes at which of wrangler.toml's crons. */
const WORK: Readonly<Record<string, Readonly<Record<string, Work>>>> = {
  "*/5 * * * *": {
    health: watchHealth,
    sandboxes: scanSandboxes,
    "pending-moves": ({ finishMoves }) => finishMoves(),
    "objects-keys": ({ wrapObjects }) => wrapObjects(),
    "backup-rest": async (context) =>
      context.backups && continueBackup({ ...context, backups: context.backups }),
  },
  "17 3 * * *": {
    retention: applyRetention,
    domains: followDomains,
    backup: async (context) => context.backups && backUp({ ...context, backups: context.backups }),
  },
};

/** Does the work of one cron, piece by piece. */
export async function runScheduled(cron: string, context: ScheduledContext): Promise<void> {
  for (const [name, work] of Object.entries(WORK[cron] ?? {})) {
    try {
      await work(context);
      context.ended(name, null);
    } catch (error) {
      context.ended(name, error);
    }
  }
}
