import { ok, type Failure, type Result } from "../../shared/failure.ts";
import type { PortfolioStorage } from "../../shared/ports/portfolio-storage.ts";
import type { AccountStorage } from "./account-storage.ts";
import type { Device } from "./device.ts";
import { syncPortfolio } from "./sync-portfolio.ts";
import {
  NEW_ENTRY,
  portfoliosOfOthers,
  readRecord,
  writeRecord,
  type SyncRecord,
} from "./sync-record.ts";

/** What one round came to: portfolios that couldn't be brought together, and why. */
export interface Round {
  readonly stuck: ReadonlyMap<string, Failure>;
}

/** Failures that every portfolio would have: the round ends. */
const ENDS_ROUND = new Set<Failure["kind"]>([
  "unavailable",
  "timed-out",
  "unauthenticated",
  "forbidden",
  "rate-limited",
  "storage-blocked",
  "storage-full",
]);

/**
 * One round: asks the account what changed, then brings every portfolio of both sides together. It can be
 * cut off at any point; the next round goes on. Fails when the account or this browser's storage can't be
 * reached; what concerns one portfolio alone (a full account, say) is in `stuck`.
 */
export async function syncAccount(input: {
  readonly storage: PortfolioStorage;
  readonly account: AccountStorage;
  readonly personId: string;
}): Promise<Result<Round>> {
  const { storage, account, personId } = input;
  const read = await readRecord(storage, personId);
  if (!read.ok) return read;
  let record = read.value;
  const keep = async (next: SyncRecord) => {
    record = next;
    await writeRecord(storage, personId, next);
  };
  const asked = await noteChanges(account, record, keep);
  if (!asked.ok) return asked;
  const listed = await storage.list();
  if (!listed.ok) return listed;
  const device: Device = {
    storage,
    account,
    summaries: new Map(listed.value.map((summary) => [summary.id, summary])),
    remember: (id, entry) => keep({ ...record, portfolios: { ...record.portfolios, [id]: entry } }),
  };
  const others = await portfoliosOfOthers(storage, personId);
  const ids = new Set([...Object.keys(record.portfolios), ...device.summaries.keys()]);
  const stuck = new Map<string, Failure>();
  for (const id of ids) {
    if (others.has(id)) continue;
    const synced = await syncPortfolio(device, id, record.portfolios[id]);
    if (synced.ok) continue;
    if (ENDS_ROUND.has(synced.failure.kind)) return synced;
    stuck.set(id, synced.failure);
  }
  return ok({ stuck });
}

/** Notes what the account has by now, page by page; the states themselves are fetched one by one later. */
async function noteChanges(
  account: AccountStorage,
  record: SyncRecord,
  keep: (record: SyncRecord) => Promise<void>,
): Promise<Result<void>> {
  let noted = record;
  for (;;) {
    const page = await account.changes(noted.cursor);
    if (!page.ok) return page;
    const portfolios = { ...noted.portfolios };
    let { cursor } = noted;
    for (const { id, revision, sequence, conversation } of page.value.items) {
      const seen = { revision, sequence, conversation };
      portfolios[id] = { ...(portfolios[id] ?? NEW_ENTRY), seen };
      cursor = Math.max(cursor, sequence);
    }
    noted = { cursor, portfolios };
    if (page.value.items.length > 0) await keep(noted);
    if (page.value.next === null) return ok(undefined);
  }
}
