import { ISOLATION } from "../../shared/isolation.ts";
import { FRAME_PATH } from "../../shared/preview-frame.ts";
import type { SiteDependencies } from "../dependencies.ts";
import { previewPolicy, withHeaders } from "./security-headers.ts";

const FILE = /\.[a-z0-9]+$/i;

/**
 * A host on which a person's project runs: the frame's document, which carries its whole script, for
 * every page address. Nothing of the app, no API, no cookies; the project itself comes by messages.
 */
export async function servePreview(request: Request, dependencies: SiteDependencies) {
  const url = new URL(request.url);
  if (FILE.test(url.pathname)) return new Response("Not found", { status: 404 });
  const asset = await dependencies.asset(new Request(new URL(FRAME_PATH, request.url), request));
  return withHeaders(asset, {
    "cache-control": "public, no-cache",
    "content-security-policy": previewPolicy(url, dependencies.appOrigin),
    "x-content-type-options": "nosniff",
    "referrer-policy": "no-referrer",
    "permissions-policy": "camera=(), microphone=(), geolocation=(), payment=()",
    "cross-origin-resource-policy": "cross-origin",
    // Its frame is in an isolated document.
    ...ISOLATION,
  });
}
