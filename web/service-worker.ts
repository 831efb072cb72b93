/**
 * Keeps the whole app on the machine after the first visit, so that it works offline. Files whose
 * names carry a hash are fetched once; the document comes from the network when there is one.
 */
import { clientsClaim, type RouteHandlerCallback } from "workbox-core";
import {
  cleanupOutdatedCaches,
  createHandlerBoundToURL,
  precacheAndRoute,
  type PrecacheEntry,
} from "workbox-precaching";
import { NavigationRoute, registerRoute } from "workbox-routing";
import { CacheFirst } from "workbox-strategies";
import { ISOLATION, isIsolated } from "../shared/isolation.ts";

declare const self: { __WB_MANIFEST: (PrecacheEntry | string)[]; skipWaiting(): void };

self.skipWaiting();
clientsClaim();
cleanupOutdatedCaches();
precacheAndRoute(self.__WB_MANIFEST);

const keptDocument = createHandlerBoundToURL("/index.html");

/** The one document that is kept, isolated or not as the worker would have sent it for this address. */
const documentFor: RouteHandlerCallback = async (options) => {
  const kept = await keptDocument(options);
  const headers = new Headers(kept.headers);
  for (const [name, value] of Object.entries(ISOLATION)) {
    if (isIsolated(options.url.pathname)) headers.set(name, value);
    else headers.delete(name);
  }
  return new Response(kept.body, { status: kept.status, statusText: kept.statusText, headers });
};

// The SPA answers every page address but those that belong to the edge or to people's own sites.
registerRoute(
  new NavigationRoute(documentFor, {
    denylist: [/^\/api\//, /^\/p\//, /^\/s\//, /^\/kit\//, /\.[a-z0-9]+$/i],
  }),
);

registerRoute(
  ({ url, sameOrigin }) => sameOrigin && /^\/(kit|assets)\//.test(url.pathname),
  new CacheFirst({ cacheName: "kit" }),
);
