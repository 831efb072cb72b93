import type { FrameWindow, Preview } from "../../../shared/ports/sandbox.ts";
import { laterByTimer } from "../later.ts";
import { talkWithPage, type FromPage, type PageListeners, type PageTalk } from "./page-talk.ts";

export interface NodePreview extends Preview, Pick<PageTalk, "startAgain" | "untilApplied"> {
  /** The dev server answers here now. */
  setAddress(url: string): void;
  dispose(): void;
}

const PERMISSIONS =
  "allow-scripts allow-same-origin allow-forms allow-modals allow-popups allow-popups-to-escape-sandbox allow-downloads";

/** The page that the sandbox's dev server gives, on an origin of its own. */
export function createNodePreview(listeners: PageListeners): NodePreview {
  let source: Preview["source"] = { html: "" };
  let origin = "";
  let tied: FrameWindow | null = null;
  const untie = new Set<() => void>();
  const say = (cv2web: "reload" | "ping") => {
    tied?.postMessage({ cv2web }, origin);
    return tied !== null;
  };
  const talk = talkWithPage({
    ...listeners,
    say,
    later: laterByTimer,
  });

  return {
    get source() {
      return source;
    },
    permissions: PERMISSIONS,
    setAddress: (url) => {
      source = { url };
      origin = new URL(url).origin;
      talk.expect();
    },
    connect: (frame) => {
      tied = frame;
      talk.expect();
      const unlisten = hearFrame(frame, () => origin, talk.hear);
      const stop = () => {
        unlisten();
        untie.delete(stop);
        if (tied === frame) tied = null;
      };
      untie.add(stop);
      return stop;
    },
    reload: () => void say("reload"),
    startAgain: talk.startAgain,
    untilApplied: talk.untilApplied,
    dispose: () => {
      talk.end();
      for (const stop of untie) stop();
    },
  };
}

/** Calls `hear` for what the page in this frame says, and nobody else. */
function hearFrame(
  frame: FrameWindow,
  origin: () => string,
  hear: (message: FromPage) => void,
): () => void {
  const listen = (event: MessageEvent<(FromPage & { cv2web?: unknown }) | undefined>) => {
    if (event.source !== (frame as unknown) || event.origin !== origin()) return;
    if (event.data?.cv2web === "page") hear(event.data);
  };
  window.addEventListener("message", listen);
  return () => window.removeEventListener("message", listen);
}
