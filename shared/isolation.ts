/**
 * Which of the app's documents are cross-origin isolated (R3.2): those on which a sandbox may need
 * shared memory, which WebContainer does. It is fixed when a document loads, so other documents (signing
 * in, the account) are reached by a full navigation and may hold other services' frames and windows.
 */
export const isIsolated = (pathname: string): boolean =>
  pathname === "/" || pathname === "/write" || pathname.startsWith("/studio/");

/**
 * `credentialless` rather than `require-corp`: pictures that a CV or a site takes from elsewhere still
 * load, without cookies. A browser that doesn't know it isn't isolated, and the instant sandbox serves.
 */
export const ISOLATION = { "cross-origin-embedder-policy": "credentialless" } as const;
