import type { FrameWindow, Preview } from "../../../shared/ports/sandbox.ts";
import {
  FRAME_BOOTSTRAP,
  previewOrigin,
  type FrameConnect,
  type FrameHello,
} from "../../../shared/preview-frame.ts";
import { kit } from "../../generated/kit.ts";

/** Also told when the frame's document has loaded, so that silence is noticed soon. */
export interface InstantPreview extends Preview {
  documentLoaded(): void;
  dispose(): void;
}

export interface PreviewParts {
  /** Names the frame's own host; `null`: it is to have none, and reaches nothing. */
  readonly id: string | null;
  readonly connectFrame: (port: MessagePort) => void;
  readonly reload: () => void;
  /** `source` is another one now: set it on the frame. */
  readonly onNewSource: () => void;
}

/** A frame that says nothing for so long after it was put in has no origin of its own; ms. */
const SILENT_AFTER = 4_000;
/** The same after its document has loaded: an error page loads too, and says nothing; ms. */
const SILENT_AFTER_LOAD = 400;

const OWN_ORIGIN =
  "allow-scripts allow-same-origin allow-forms allow-modals allow-popups allow-popups-to-escape-sandbox allow-downloads";
const OPAQUE = "allow-scripts allow-forms allow-modals allow-popups allow-popups-to-escape-sandbox";

/** Further rules for the opaque frame, which has the app's policy: it may not call the app's host. */
const OPAQUE_POLICY =
  "connect-src data: blob:; form-action 'none'; frame-src 'none'; worker-src blob:; base-uri 'none'";

/** The document of the opaque frame. Its one inline script is named by hash in the app's policy. */
export const OPAQUE_DOCUMENT = `<!doctype html><html><head><meta charset="utf-8" data-cv2web=""><meta http-equiv="Content-Security-Policy" content="${OPAQUE_POLICY}" data-cv2web=""><script data-cv2web="">${FRAME_BOOTSTRAP}</script></head><body></body></html>`;

const pattern = (): string =>
  (import.meta.env.VITE_PREVIEW_HOST as string | undefined) ?? "{id}.localhost";

let runtime: Promise<string> | null = null;
/** The frame's script for frames that may not fetch it. */
export function loadFrameRuntime(): Promise<string> {
  runtime ??= fetch(kit.frameRuntime).then((response) => response.text());
  runtime.catch(() => (runtime = null));
  return runtime;
}

/** Ties frames to the engine: on an origin of their own, or opaque when that can't be had. */
export function createInstantPreview(parts: PreviewParts): InstantPreview {
  const origin = parts.id === null ? null : previewOrigin(parts.id, pattern(), window.location);
  let source: Preview["source"] =
    origin === null ? { html: OPAQUE_DOCUMENT } : { url: `${origin}/` };
  let hasAnswered = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const untie = new Set<() => void>();
  const isOpaque = () => "html" in source;

  function waitForAnswer(ms: number) {
    clearTimeout(timer);
    if (hasAnswered || isOpaque()) return;
    timer = setTimeout(() => {
      if (hasAnswered) return;
      source = { html: OPAQUE_DOCUMENT };
      parts.onNewSource();
    }, ms);
  }

  async function answer(frame: FrameWindow) {
    hasAnswered = true;
    clearTimeout(timer);
    const opaque = isOpaque();
    const connect: FrameConnect = {
      type: "cv2web-connect",
      ...(opaque && { runtime: await loadFrameRuntime() }),
    };
    const { port1, port2 } = new MessageChannel();
    parts.connectFrame(port1);
    // An opaque origin can't be named; the window is known to be ours, and so is its document.
    frame.postMessage(connect, opaque ? "*" : origin!, [port2] as never[]);
  }

  function connect(frame: FrameWindow): () => void {
    const listen = (event: MessageEvent<FrameHello | undefined>) => {
      if (event.source !== (frame as unknown) || event.data?.type !== "cv2web-frame") return;
      if (event.origin !== (isOpaque() ? "null" : origin)) return;
      void answer(frame);
    };
    window.addEventListener("message", listen);
    waitForAnswer(SILENT_AFTER);
    const stop = () => {
      window.removeEventListener("message", listen);
      clearTimeout(timer);
      untie.delete(stop);
    };
    untie.add(stop);
    return stop;
  }

  return {
    get source() {
      return source;
    },
    get permissions() {
      return isOpaque() ? OPAQUE : OWN_ORIGIN;
    },
    connect,
    reload: parts.reload,
    documentLoaded: () => waitForAnswer(SILENT_AFTER_LOAD),
    dispose: () => {
      for (const stop of untie) stop();
    },
  };
}
