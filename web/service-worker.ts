/**
 * Keeps the whole app on the machine after the first visit, so that it works offline. Files whose
 * names carry a hash are fetched once; the document comes from the network when there is one.
 */
import { clientsClaim } from "workbox-core";
import {
  cleanupOutdatedCaches,
  createHandlerBoundToURL,
  precacheAndRoute,
  type PrecacheEntry,
} from "workbox-precaching";
import { NavigationRoute, registerRoute } from "workbox-routing";
import { CacheFirst } from "workbox-strategies";

declare const self: { __WB_MANIFEST: (PrecacheEntry | string)[]; skipWaiting(): void };

self.skipWaiting();
clientsClaim();
cleanupOutdatedCaches();
precacheAndRoute(self.__WB_MANIFEST);

// The SPA answers every page address but those that belong to the edge or to people's own sites.
registerRoute(
  new NavigationRoute(createHandlerBoundToURL("/index.html"), {
    denylist: [/^\/api\//, /^\/p\//, /^\/s\//, /^\/kit\//, /\.[a-z0-9]+$/i],
  }),
);

registerRoute(
  ({ url, sameOrigin }) => sameOrigin && /^\/(kit|assets)\//.test(url.pathname),
  new CacheFirst({ cacheName: "kit" }),
);
