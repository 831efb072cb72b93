import type { Dependencies } from "../dependencies.ts";
import { previewPolicy, withHeaders } from "./security-headers.ts";

const FRAME_DOCUMENT = "/kit/frame/frame.html";
const FRAME_FILE = /^\/kit\/(frame|vendor)\/[A-Za-z0-9._@-]+$/;
const FILE = /\.[a-z0-9]+$/i;

/**
 * A host on which a person's project runs: the frame's document for every page address, the frame's
 * own script and the packages. Nothing of the app, no API, no cookies.
 */
export async function servePreview(request: Request, dependencies: Dependencies) {
  const url = new URL(request.url);
  const isFrameFile = FRAME_FILE.test(url.pathname);
  if (!isFrameFile && FILE.test(url.pathname)) return new Response("Not found", { status: 404 });
  const path = isFrameFile ? url.pathname : FRAME_DOCUMENT;
  const asset = await dependencies.asset(new Request(new URL(path, request.url), request));
  return withHeaders(asset, {
    "cache-control":
      isFrameFile && path !== FRAME_DOCUMENT
        ? "public, max-age=31536000, immutable"
        : "public, no-cache",
    "content-security-policy": previewPolicy(url, dependencies.appOrigin),
    "x-content-type-options": "nosniff",
    "referrer-policy": "no-referrer",
    "permissions-policy": "camera=(), microphone=(), geolocation=(), payment=()",
    "cross-origin-resource-policy": "cross-origin",
    "cross-origin-embedder-policy": "require-corp",
  });
}
