import { ISOLATION, isIsolated } from "../../shared/isolation.ts";
import type { SiteDependencies } from "../dependencies.ts";
import { packedFile } from "./packed-file.ts";
import { appPolicy, withHeaders } from "./security-headers.ts";

/** Files whose names carry a hash of their content: they never change. */
const IMMUTABLE = /^\/(assets|kit)\/.*[-.][A-Za-z0-9_-]{8,}\.[a-z0-9]+$/;
/** Static files are public: opaque frames (examples, the fallback preview) load fonts from here too. */
const SHARED = {
  "cross-origin-resource-policy": "cross-origin",
  "access-control-allow-origin": "*",
};
/** A path with an extension, or one of Vite's own while developing (`/@vite/client`). */
const FILE = /\.[a-z0-9]+$|^\/@/i;

const isExample = (pathname: string) => pathname.startsWith("/kit/examples/");

/** The SPA: its files as they are, and its document for every path that isn't a file. */
export async function serveApp(
  request: Request,
  dependencies: SiteDependencies,
): Promise<Response> {
  const { pathname } = new URL(request.url);
  const isPage = !FILE.test(pathname);
  const asset = await dependencies.asset(
    isPage ? new Request(new URL("/index.html", request.url), request) : request,
  );
  const isDocument = asset.headers.get("content-type")?.startsWith("text/html") ?? false;
  return withHeaders(dependencies.packsFiles ? packedFile(request, asset) : asset, {
    "cache-control": IMMUTABLE.test(pathname)
      ? "public, max-age=31536000, immutable"
      : "public, no-cache",
    ...(isDocument && !dependencies.isDevelopment
      ? { "content-security-policy": await policyFor(pathname, dependencies) }
      : {}),
    "x-content-type-options": "nosniff",
    "referrer-policy": "strict-origin-when-cross-origin",
    "permissions-policy": "camera=(), microphone=(), geolocation=(), payment=()",
    "cross-origin-opener-policy": "same-origin",
    // Examples are framed by isolated documents, and workers run in them: they must be isolated as well.
    ...(!isDocument || isIsolated(pathname) || isExample(pathname) ? ISOLATION : {}),
    ...(isDocument ? {} : SHARED),
  });
}

/**
 * The example sites are documents of their own, shown in frames of the app. They run no script; the
 * app's origin is what lets its service worker give them their styles and fonts offline.
 */
const policyFor = (pathname: string, dependencies: SiteDependencies) =>
  isExample(pathname)
    ? "default-src 'none'; img-src 'self' data:; style-src 'self' 'unsafe-inline'; font-src 'self' data:; frame-ancestors 'self'; sandbox allow-same-origin"
    : appPolicy(dependencies.previewHost, dependencies.nodeFrames);
