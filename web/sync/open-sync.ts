import { createStore, type StoreApi } from "zustand/vanilla";
import { fail, type Failure } from "../../shared/failure.ts";
import type { PortfolioStorage } from "../../shared/ports/portfolio-storage.ts";
import type { AccountStorage } from "./account-storage.ts";
import { syncAccount } from "./sync-account.ts";

/** Where a person's work is kept just now, to be shown in words. */
export type SyncState =
  /** “Saved here and in your account.” */
  | { readonly kind: "in-account"; readonly at: number }
  | { readonly kind: "sending" }
  /** “Saved here. You are offline: it goes up later.” */
  | { readonly kind: "waiting"; readonly failure: Failure }
  /** “Saved here.” Some portfolios can’t go up until something is done, by portfolio id. */
  | { readonly kind: "stuck"; readonly failures: ReadonlyMap<string, Failure> };

export interface Sync {
  readonly store: Pick<StoreApi<SyncState>, "getState" | "getInitialState" | "subscribe">;
  /** A round now, for instance when the person asks for it. */
  syncNow(): void;
  stop(): void;
}

/** After the last change, so that typing is one round; in milliseconds. */
const AFTER_CHANGE_MS = 2_000;
/** Between two looks at what other devices did. */
const LOOK_MS = 60_000;
/** After a failed round, doubled each time up to the second. */
const RETRY_MS = 2_000;
const LONGEST_RETRY_MS = 120_000;

/**
 * Keeps this browser and a signed-in person's account the same for as long as the page is open. Of
 * several tabs one does it at a time.
 * @param storage one of its own: it hears of what every other part of the app keeps
 */
export function openSync(input: {
  readonly storage: PortfolioStorage;
  readonly account: AccountStorage;
  readonly personId: string;
}): Sync {
  const store = createStore<SyncState>(() => ({ kind: "sending" }));
  let timer: ReturnType<typeof setTimeout> | undefined;
  let failures = 0;
  let isRunning = false;
  let isWanted = false;
  let isStopped = false;

  const inMs = (ms: number) => {
    clearTimeout(timer);
    if (!isStopped) timer = setTimeout(() => void round(), ms);
  };
  async function round(): Promise<void> {
    if (isRunning) {
      isWanted = true;
      return;
    }
    isRunning = true;
    isWanted = false;
    store.setState({ kind: "sending" }, true);
    const done = await alone(() => syncAccount(input)).catch((error: unknown) =>
      fail(broken(String(error))),
    );
    isRunning = false;
    if (isStopped) return;
    if (!done.ok) {
      failures++;
      store.setState({ kind: "waiting", failure: done.failure }, true);
      const wait = Math.min(RETRY_MS * 2 ** failures, LONGEST_RETRY_MS);
      inMs(Math.max(done.failure.retryAfterMs ?? 0, wait));
      return;
    }
    failures = 0;
    const { stuck } = done.value;
    store.setState(
      stuck.size > 0 ? { kind: "stuck", failures: stuck } : { kind: "in-account", at: Date.now() },
      true,
    );
    inMs(isWanted ? AFTER_CHANGE_MS : LOOK_MS);
  }

  const soon = () => {
    isWanted = true;
    if (!isRunning) inMs(AFTER_CHANGE_MS);
  };
  const now = () => inMs(0);
  const unlisten = [input.storage.onElsewhere(soon), whenBack(now)];
  now();
  return {
    store,
    syncNow: now,
    stop: () => {
      isStopped = true;
      clearTimeout(timer);
      for (const end of unlisten) end();
    },
  };
}

/** Tells when the connection or the person is back; gives what ends it. */
function whenBack(tell: () => void): () => void {
  const onVisible = () => {
    if (document.visibilityState === "visible") tell();
  };
  window.addEventListener("online", tell);
  document.addEventListener("visibilitychange", onVisible);
  return () => {
    window.removeEventListener("online", tell);
    document.removeEventListener("visibilitychange", onVisible);
  };
}

/** Lets one tab at a time do it, where the browser can tell. Two at once would lose nothing, only work. */
const alone = <T>(run: () => Promise<T>): Promise<T> =>
  "locks" in navigator ? navigator.locks.request("cv2web-sync", run) : run();

/** One round now, by one tab at a time: for what needs the account to have everything. */
export const syncOnce = (input: Parameters<typeof syncAccount>[0]) =>
  alone(() => syncAccount(input));

const broken = (detail: string): Failure => ({
  kind: "unavailable",
  message: "Your work couldn’t be brought to your account.",
  nextStep: "Everything is saved here; it is tried again by itself.",
  detail,
  retryable: true,
});
