import { onFirstSign } from "./on-first-sign.ts";

/**
 * Registers the service worker that keeps the app for offline use. Its list of files is long, so it
 * waits for a person. In development there is none.
 */
export function keepForOffline(): void {
  if (!import.meta.env.PROD || !("serviceWorker" in navigator)) return;
  onFirstSign(() => {
    void import("workbox-window").then(({ Workbox }) =>
      // A browser that refuses (private mode, blocked storage) works on, online only.
      new Workbox("/service-worker.js").register().catch(() => undefined),
    );
  });
}
