import { fail, ok, type Failure, type Result } from "../../shared/failure.ts";
import type { PortfolioStorage } from "../../shared/ports/portfolio-storage.ts";
import { openIndexedDbRecords } from "./indexeddb-records.ts";
import { keptConversations } from "./keep-conversations.ts";
import { adoptedWork } from "./keep-adopted.ts";
import { collectUnused } from "./keep-files.ts";
import { commitChanges, portfolioList } from "./keep-portfolios.ts";
import { keptReadings } from "./keep-readings.ts";
import { sourcesAndPictures } from "./keep-sources.ts";
import { versionHistory } from "./keep-versions.ts";
import { openMemoryRecords } from "./memory-records.ts";
import { portfolioId } from "./portfolio-id.ts";
import type { RecordStore } from "./records.ts";
import { storageFailure } from "./storage-failure.ts";
import type { StorageRoom } from "./storage-room.ts";

export type * from "../../shared/ports/portfolio-storage.ts";

/** A database that doesn't open within this time is being held by another tab, or broken. */
const OPEN_WITHIN_MS = 4_000;

const DATABASE = "cv2web";

/**
 * Opens what this browser keeps. Where IndexedDB is closed to us (blocked by the person's settings,
 * some private windows, a newer release's data) it gives a storage in memory whose `failure` says so:
 * everything works, and is gone with the tab.
 */
export async function openPortfolioStorage(
  name: string = DATABASE,
): Promise<Result<PortfolioStorage>> {
  let closed = () => undefined as void;
  try {
    const opening = openIndexedDbRecords(name, () => closed());
    const records = await within(opening, OPEN_WITHIN_MS);
    const channel = openChannel(name);
    const storage = storageOver(records, channel, null);
    closed = () => channel?.close();
    return ok(storage);
  } catch (error) {
    return ok(storageOver(openMemoryRecords(), null, storageFailure(error)));
  }
}

/** A storage that keeps nothing beyond this page: for tests, and for looking at an example. */
export const openMemoryStorage = (failure: Failure | null = null): PortfolioStorage =>
  storageOver(openMemoryRecords(), null, failure);

const openChannel = (name: string) =>
  typeof BroadcastChannel === "undefined" ? null : new BroadcastChannel(`${name}-portfolios`);

async function within<T extends { close(): void }>(opening: Promise<T>, ms: number): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let late = false;
  const timeout = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      late = true;
      reject(new Error(`The database didn’t open within ${ms} ms.`));
    }, ms);
  });
  opening.then(
    (records) => late && records.close(),
    () => undefined,
  );
  try {
    return await Promise.race([opening, timeout]);
  } finally {
    clearTimeout(timer);
  }
}

const chance = () => crypto.getRandomValues(new Uint32Array(1))[0]! / 2 ** 32;

function storageOver(
  records: RecordStore,
  channel: BroadcastChannel | null,
  failure: Failure | null,
): PortfolioStorage {
  const room: StorageRoom = {
    records,
    now: () => Date.now(),
    mintId: () => crypto.randomUUID(),
    mintPortfolioId: (name) => portfolioId(name, chance),
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a channel, not a window
    tell: (portfolioId) => channel?.postMessage({ portfolioId }),
    attempt: (run) => attempt(records, run),
  };
  const commit = commitChanges(room);
  let asked = channel === null;
  return {
    kind: channel === null ? "memory" : "indexeddb",
    failure,
    ...portfolioList(room),
    ...versionHistory(room),
    ...adoptedWork(room),
    ...sourcesAndPictures(room),
    ...keptReadings(room),
    ...keptConversations(room),
    commit: async (...input) => {
      const committed = await commit(...input);
      // The first kept edit is the moment from which there is something to lose.
      if (committed.ok && !asked) {
        asked = true;
        void navigator.storage?.persist?.().catch(() => false);
      }
      return committed;
    },
    onElsewhere: (listener) => listenElsewhere(channel, listener),
    close: () => {
      channel?.close();
      records.close();
    },
  };
}

function listenElsewhere(
  channel: BroadcastChannel | null,
  listener: (portfolioId: string) => void,
): () => void {
  if (!channel) return () => undefined;
  const onMessage = (event: MessageEvent<{ portfolioId?: unknown }>) => {
    if (typeof event.data?.portfolioId === "string") listener(event.data.portfolioId);
  };
  channel.addEventListener("message", onMessage);
  return () => channel.removeEventListener("message", onMessage);
}

async function attempt<T>(records: RecordStore, run: () => Promise<Result<T>>): Promise<Result<T>> {
  try {
    return await run();
  } catch (error) {
    const failure = storageFailure(error);
    if (failure.kind !== "storage-full") return fail(failure);
  }
  try {
    await records.write(collectUnused);
    return await run();
  } catch (error) {
    return fail(storageFailure(error));
  }
}
