import type { FrameConnect, FrameHello } from "../../../../shared/preview-frame.ts";
import { OPAQUE_DOCUMENT } from "../instant-preview.ts";
import { PRERENDER_GLOBAL, type Rendered } from "./site-inputs.ts";

/** A page that takes longer than this to render has a loop in it; milliseconds. */
const RENDER_WITHIN = 15_000;

export type RenderAnswer =
  | { readonly ok: true; readonly value: Rendered }
  | { readonly ok: false; readonly message: string };

/**
 * Runs the person's `render()` in a hidden frame without an origin, never in the app's own: it gets
 * code and gives back four texts.
 */
export function renderInFrame(code: string): Promise<RenderAnswer> {
  const frame = document.createElement("iframe");
  frame.setAttribute("sandbox", "allow-scripts");
  frame.hidden = true;
  frame.title = "Rendering the page";
  frame.srcdoc = OPAQUE_DOCUMENT;
  const { port1, port2 } = new MessageChannel();

  return new Promise<RenderAnswer>((settle) => {
    const end = (answer: RenderAnswer) => {
      clearTimeout(timer);
      window.removeEventListener("message", greet);
      port1.close();
      frame.remove();
      settle(answer);
    };
    const timer = setTimeout(
      () => end({ ok: false, message: "Rendering the page took too long: is there a loop?" }),
      RENDER_WITHIN,
    );
    const greet = (event: MessageEvent<FrameHello | undefined>) => {
      if (event.source !== frame.contentWindow || event.data?.type !== "cv2web-frame") return;
      const connect: FrameConnect = { type: "cv2web-connect", runtime: renderScript(code) };
      frame.contentWindow!.postMessage(connect, "*", [port2]);
    };
    window.addEventListener("message", greet);
    port1.addEventListener("message", ({ data }) => end(readAnswer(data)));
    port1.start();
    document.body.append(frame);
  });
}

const renderScript = (code: string) => `try{${code}
;var page=${PRERENDER_GLOBAL}.render();cv2webPort.postMessage({ok:true,value:{app:page.app,head:page.head,lang:page.lang,dir:page.dir}})
}catch(error){cv2webPort.postMessage({ok:false,message:String(error&&error.message||error)})}`;

/** The person's code made this: only the four texts are taken. */
function readAnswer(data: unknown): RenderAnswer {
  const { ok, value, message } = (data ?? {}) as {
    ok?: unknown;
    value?: unknown;
    message?: unknown;
  };
  if (ok !== true) return { ok: false, message: `render() failed: ${String(message)}` };
  const { app, head, lang, dir } = (value ?? {}) as Record<string, unknown>;
  const attribute = (text: unknown) => String(text ?? "").replace(/[^A-Za-z0-9-]/g, "");
  return {
    ok: true,
    value: {
      app: String(app ?? ""),
      head: String(head ?? ""),
      lang: attribute(lang) || "en",
      dir: attribute(dir) || "ltr",
    },
  };
}
