import { createStore } from "zustand/vanilla";
import { knownPerson, rememberPerson } from "../../account/known-person.ts";
import type { SyncState } from "../../sync/open-sync.ts";
import { onFirstSign } from "../on-first-sign.ts";

/** Where the work is kept beside this browser; `null` while nobody is signed in. */
export const syncStore = createStore<{ readonly state: SyncState | null }>(() => ({ state: null }));

/** What the studio says after “Saved …”; empty when there is nothing to say. */
export function syncWords(state: SyncState | null): string {
  if (state === null) return "";
  if (state.kind === "in-account") return "in your account too";
  if (state.kind === "sending") return "going to your account";
  return state.kind === "waiting" ? "goes to your account later" : "not yet in your account";
}

/**
 * Keeps this browser and the account the same, for people who signed in here. It waits for a person's
 * first act and loads everything then: nobody waits for the server, and for others nothing is loaded.
 */
export function keepInAccount(): void {
  if (knownPerson() === null) return;
  onFirstSign(() => void begin());
}

async function begin(): Promise<void> {
  const [{ apiClient }, { accountActs }, sync, http, storage] = await Promise.all([
    import("../api-client.ts"),
    import("../../account/account-acts.ts"),
    import("../../sync/open-sync.ts"),
    import("../../sync/http-account-storage.ts"),
    import("../../storage/portfolio-storage.ts"),
  ]);
  const there = await accountActs(apiClient).whoIsThere();
  if (!there.ok) {
    syncStore.setState({ state: { kind: "waiting", failure: there.failure } });
    window.addEventListener("online", () => void begin(), { once: true });
    return;
  }
  if (there.value === null) {
    rememberPerson(null);
    return;
  }
  const opened = await storage.openPortfolioStorage();
  // Without storage there is nothing that stays; the studio says so itself.
  if (!opened.ok) return;
  const { store } = sync.openSync({
    storage: opened.value,
    account: http.httpAccountStorage(apiClient),
    personId: there.value.person.id,
  });
  const tell = () => syncStore.setState({ state: store.getState() });
  store.subscribe(tell);
  tell();
}
