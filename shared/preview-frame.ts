/**
 * What the app, the edge and the kit's build agree on about the preview frame (R3.6): where its page
 * is, which script starts it where it has no origin of its own, and how its host is named.
 */

/** The frame's page on a preview host: it carries its whole script, so nothing else is fetched. */
export const FRAME_PATH = "/kit/frame/frame.html";

/**
 * Starts the opaque `srcdoc` frame. It inherits the app's content security policy, which allows this
 * one inline script by its hash and scripts from `blob:`; everything else comes through the port.
 * The embedder's origin can't be named in a fixed text, so the frame trusts the window that embeds
 * it, and `frame-ancestors` of the app keeps others from embedding the app.
 */
export const FRAME_BOOTSTRAP =
  'addEventListener("message",function f(e){' +
  'if(e.source!==parent||!e.data||e.data.type!=="cv2web-connect")return;' +
  'removeEventListener("message",f);' +
  "self.cv2webPort=e.ports[0];" +
  'var s=document.createElement("script");' +
  's.src=URL.createObjectURL(new Blob([e.data.runtime],{type:"text/javascript"}));' +
  "document.head.append(s)});" +
  'parent.postMessage({type:"cv2web-frame"},"*")';

/** Of `FRAME_BOOTSTRAP`, for `script-src`; a test holds them together. */
export const FRAME_BOOTSTRAP_HASH = "'sha256-dFyJSwSfLhr+p9ry6jj5IRRveliO6pFeKG6GEnW2yRI='";

/** From the frame to the app's window: the frame's script runs and waits for a port. */
export interface FrameHello {
  readonly type: "cv2web-frame";
}

/** From the app's window to the frame, with one MessagePort; `runtime` only for an opaque frame. */
export interface FrameConnect {
  readonly type: "cv2web-connect";
  readonly runtime?: string;
}

const LABEL = /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/;

/**
 * The origin on which a sandbox's frame runs.
 * @param id the sandbox's id; letters other than a–z, digits and dashes are replaced
 * @param pattern `{id}.preview.example`, or `{id}.localhost` on one machine
 * @param app the app's own address: its port (and, for `.localhost`, its scheme) is kept
 * @returns `null` when no such host can be named
 */
export function previewOrigin(
  id: string,
  pattern: string,
  app: { readonly protocol: string; readonly port: string },
): string | null {
  const label = id
    .toLowerCase()
    .replace(/[^a-z0-9-]+/g, "-")
    .slice(0, 63)
    .replace(/^-+|-+$/g, "");
  if (!LABEL.test(label) || !pattern.includes("{id}")) return null;
  const port = app.port !== "" && !/:\d+$/.test(pattern) ? `:${app.port}` : "";
  return `${app.protocol}//${pattern.replace("{id}", label)}${port}`;
}
