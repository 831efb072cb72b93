/** When the page is done with what the person sees; the file list is large and can wait. */
const afterFirstPaint = (act: () => void) =>
  addEventListener("load", () =>
    "requestIdleCallback" in window ? requestIdleCallback(act) : act(),
  );

/** Registers the service worker that keeps the app for offline use; in development there is none. */
export function keepForOffline(): void {
  if (!import.meta.env.PROD || !("serviceWorker" in navigator)) return;
  afterFirstPaint(() => {
    void import("workbox-window").then(({ Workbox }) =>
      // A browser that refuses (private mode, blocked storage) works on, online only.
      new Workbox("/service-worker.js").register().catch(() => undefined),
    );
  });
}
