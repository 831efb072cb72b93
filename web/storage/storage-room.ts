import type { Result } from "../../shared/failure.ts";
import type { RecordStore } from "./records.ts";

/** What each part of the storage works with. */
export interface StorageRoom {
  readonly records: RecordStore;
  /** Epoch milliseconds. */
  now(): number;
  /** An id for a version. */
  mintId(): string;
  /** An id for a portfolio of this name, fit to be a host label. */
  mintPortfolioId(name: string): string;
  /** Tells the other tabs that this portfolio has changed. */
  tell(portfolioId: string): void;
  /** Runs it and turns the browser's errors into failures; makes room once when storage is full. */
  attempt<T>(run: () => Promise<Result<T>>): Promise<Result<T>>;
}
