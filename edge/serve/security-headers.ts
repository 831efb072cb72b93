import { FRAME_BOOTSTRAP_HASH } from "../../shared/preview-frame.ts";

/** Of every answer that is data: no document, and nobody else's to embed or to guess the type of. */
export const DATA_HEADERS: Readonly<Record<string, string>> = {
  "x-content-type-options": "nosniff",
  "content-security-policy": "default-src 'none'; frame-ancestors 'none'",
  "cross-origin-resource-policy": "same-origin",
  "referrer-policy": "no-referrer",
};

/** A response with these headers set; body and status stay. */
export function withHeaders(response: Response, headers: Record<string, string>): Response {
  const copy = new Response(response.body, response);
  for (const [name, value] of Object.entries(headers)) copy.headers.set(name, value);
  return copy;
}

const policy = (directives: Record<string, string>) =>
  Object.entries(directives)
    .map(([name, sources]) => `${name} ${sources}`)
    .join("; ");

/** Every host that the pattern can make, as a source of a content security policy. */
const anyPreview = (pattern: string) => {
  const host = pattern.replace("{id}", "*");
  return host.endsWith(".localhost") ? `http://${host}:*` : `https://${host}`;
};

/**
 * The app's own policy. `wasm-unsafe-eval` is for esbuild; `blob:` scripts are for the opaque frame,
 * which inherits this policy; there is no `unsafe-eval` and no inline script but the frame's one
 * bootstrap, named by its hash.
 * @param nodeFrames origins of frames in which Node runs, and of their previews
 */
export function appPolicy(previewHost: string, nodeFrames: readonly string[] = []): string {
  return policy({
    "default-src": "'self'",
    "script-src": `'self' 'wasm-unsafe-eval' blob: ${FRAME_BOOTSTRAP_HASH}`,
    "style-src": "'self' 'unsafe-inline'",
    "img-src": "'self' data: blob: https:",
    "font-src": "'self' data: blob:",
    "connect-src": "'self' data: blob:",
    "worker-src": "'self' blob:",
    "frame-src": ["'self' blob:", anyPreview(previewHost), ...nodeFrames].join(" "),
    "object-src": "'none'",
    "base-uri": "'none'",
    "form-action": "'self'",
    "frame-ancestors": "'none'",
  });
}

/**
 * The policy of a page that runs a person's code: it may evaluate, and reach nothing but itself.
 * Only the app may embed it: `appOrigin`, or, on one machine, any loopback name on the same port.
 */
export function previewPolicy(url: URL, appOrigin: string): string {
  return policy({
    "default-src": "'self' data: blob:",
    "script-src": "'self' 'unsafe-inline' 'unsafe-eval' blob:",
    "style-src": "'self' 'unsafe-inline' data: blob:",
    "img-src": "'self' data: blob: https:",
    "font-src": "'self' data: blob:",
    "connect-src": "'self' data: blob:",
    "worker-src": "'self' blob:",
    "frame-src": "'none'",
    "object-src": "'none'",
    "base-uri": "'none'",
    "form-action": "'none'",
    "frame-ancestors": embedderOf(url, appOrigin),
  });
}

/** Who may embed a preview: the app alone, or, on one machine, any loopback name on the same port. */
export function embedderOf(url: URL, appOrigin: string): string {
  const port = url.port || "80";
  return appOrigin || `http://localhost:${port} http://127.0.0.1:${port}`;
}

/**
 * The policy of a published page (R6.2): scripts of its own build alone, and nothing from anywhere else,
 * so that who looks at it is told to nobody (R5.9). Data in a `script` element isn’t script. Templates
 * style elements in place.
 */
export function publishedPolicy(): string {
  return policy({
    "default-src": "'none'",
    "script-src": "'self'",
    "style-src": "'self' 'unsafe-inline'",
    "img-src": "'self' data:",
    "font-src": "'self' data:",
    "media-src": "'self'",
    "connect-src": "'self'",
    "manifest-src": "'self'",
    "form-action": "'self'",
    "base-uri": "'none'",
    "frame-ancestors": "'none'",
  });
}
