import type { PortfolioStorage, PortfolioSummary } from "../../shared/ports/portfolio-storage.ts";
import type { AccountStorage } from "./account-storage.ts";
import type { SyncEntry } from "./sync-record.ts";

/** This device and the account, while one round of syncing goes on. */
export interface Device {
  readonly storage: PortfolioStorage;
  readonly account: AccountStorage;
  /** Keeps what is known of one portfolio, at once. */
  remember(id: string, entry: SyncEntry): Promise<void>;
  readonly summaries: ReadonlyMap<string, PortfolioSummary>;
}
