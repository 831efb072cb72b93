import type {
  KeptPortfolio,
  KeptVersion,
  PortfolioEntry,
  SavePortfolio,
  SaveVersion,
  SourceEntry,
  VersionEntry,
  Written,
} from "../../shared/api/portfolios.ts";
import type { Result } from "../../shared/failure.ts";

/** A page of a list; `next` is where the following one begins. */
export interface Page<T> {
  readonly items: readonly T[];
  readonly next: string | null;
}

/** What is kept in a person's account, as syncing sees it; `shared/api/portfolios.ts` says each. */
export interface AccountStorage {
  changes(after: number): Promise<Result<Page<PortfolioEntry>>>;
  read(id: string): Promise<Result<KeptPortfolio>>;
  save(id: string, state: SavePortfolio): Promise<Result<Written>>;
  delete(id: string, revision: number): Promise<Result<Written>>;
  listVersions(id: string, after: number): Promise<Result<Page<VersionEntry>>>;
  readVersions(id: string, ids: readonly string[]): Promise<Result<readonly KeptVersion[]>>;
  saveVersions(id: string, versions: readonly SaveVersion[]): Promise<Result<Written>>;
  missingContents(keys: readonly string[]): Promise<Result<readonly string[]>>;
  sendContents(contents: ReadonlyMap<string, Uint8Array>): Promise<Result<void>>;
  /** Some of those asked for, at least one where any is kept. */
  readContents(keys: readonly string[]): Promise<Result<ReadonlyMap<string, Uint8Array>>>;
  /** Fails with `not-found` when none is kept. */
  readSource(id: string): Promise<Result<SourceEntry>>;
  saveSource(id: string, source: SourceEntry): Promise<Result<Written>>;
  deleteSource(id: string): Promise<Result<void>>;
}
