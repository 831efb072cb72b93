import { onFirstSign } from "./on-first-sign.ts";

/** Not in every browser, and not in TypeScript's own list of them. */
const savesData = (navigator: Navigator & { connection?: { saveData?: boolean } }): boolean =>
  navigator.connection?.saveData === true;

/**
 * Registers the service worker that keeps the app for offline use. Its list of files is long (some
 * 40 MB), so it waits for a person, and stays away where the browser is told to save data. In
 * development there is none.
 */
export function keepForOffline(): void {
  if (!import.meta.env.PROD || !("serviceWorker" in navigator) || savesData(navigator)) return;
  onFirstSign(() => {
    void import("workbox-window").then(({ Workbox }) =>
      // A browser that refuses (private mode, blocked storage) works on, online only.
      new Workbox("/service-worker.js").register().catch(() => undefined),
    );
  });
}
