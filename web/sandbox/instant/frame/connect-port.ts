import type { FrameConnect, FrameHello } from "../../../../shared/preview-frame.ts";

declare global {
  interface Window {
    /** Left by the bootstrap of the opaque frame. */
    cv2webPort?: MessagePort;
  }
}

/**
 * Asks the window that embeds this one for a port. The page's `frame-ancestors` lets only the app
 * embed it; beside that, only the embedder's own origin is heard, where the browser names it.
 */
export function connectPort(): Promise<MessagePort> {
  if (window.cv2webPort) return Promise.resolve(window.cv2webPort);
  const embedder = location.ancestorOrigins?.[0] ?? null;
  const connected = new Promise<MessagePort>((settle) => {
    addEventListener("message", function listen(event: MessageEvent<FrameConnect | undefined>) {
      const [port] = event.ports;
      if (event.source !== window.parent || event.data?.type !== "cv2web-connect" || !port) return;
      if (embedder !== null && event.origin !== embedder) return;
      removeEventListener("message", listen);
      settle(port);
    });
  });
  const hello: FrameHello = { type: "cv2web-frame" };
  window.parent.postMessage(hello, embedder ?? "*");
  return connected;
}
