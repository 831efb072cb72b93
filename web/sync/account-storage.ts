import type { Added, AddMessages, ConversationPage } from "../../shared/api/conversation.ts";
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

/** What a device has seen of a portfolio that it deletes; where there is more, it isn't deleted. */
export interface Seen {
  readonly revision: number;
  /** Changes of its conversation. */
  readonly conversation: number;
}

/** What is kept in a person's account, as syncing sees it; `shared/api/portfolios.ts` says each. */
export interface AccountStorage {
  changes(after: number): Promise<Result<Page<PortfolioEntry>>>;
  read(id: string): Promise<Result<KeptPortfolio>>;
  save(id: string, state: SavePortfolio): Promise<Result<Written>>;
  delete(id: string, seen: Seen): Promise<Result<Written>>;
  listVersions(id: string, after: number): Promise<Result<Page<VersionEntry>>>;
  readVersions(id: string, ids: readonly string[]): Promise<Result<readonly KeptVersion[]>>;
  saveVersions(id: string, versions: readonly SaveVersion[]): Promise<Result<Written>>;
  /** Messages that changed after that many changes of the conversation. */
  readMessages(id: string, after: number): Promise<Result<ConversationPage>>;
  addMessages(id: string, added: AddMessages): Promise<Result<Added>>;
  missingContents(keys: readonly string[]): Promise<Result<readonly string[]>>;
  sendContents(contents: ReadonlyMap<string, Uint8Array>): Promise<Result<void>>;
  /** Some of those asked for, at least one where any is kept. */
  readContents(keys: readonly string[]): Promise<Result<ReadonlyMap<string, Uint8Array>>>;
  /** Fails with `not-found` when none is kept. */
  readSource(id: string): Promise<Result<SourceEntry>>;
  saveSource(id: string, source: SourceEntry): Promise<Result<Written>>;
  deleteSource(id: string): Promise<Result<void>>;
}
