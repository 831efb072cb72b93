import type { ConsoleEntry } from "../../../shared/build.ts";
import type { FrameWindow, Preview } from "../../../shared/ports/sandbox.ts";

/** From inside/preview.mjs. The person's code can forge these: they are data, nothing more. */
type FromPage =
  | { readonly type: "painted" | "applied" }
  | {
      readonly type: "console";
      readonly level: ConsoleEntry["level"];
      readonly text: string;
      readonly at: number;
      readonly stack: string;
    };

export interface PageListeners {
  readonly onPainted: () => void;
  readonly onConsole: (entry: Omit<ConsoleEntry, "path" | "line">, stack: string) => void;
}

export interface NodePreview extends Preview {
  /** The dev server answers here now. */
  setAddress(url: string): void;
  /** Resolves when the page has taken the update over, or can't be waited for. */
  untilApplied(): Promise<void>;
  dispose(): void;
}

const PERMISSIONS =
  "allow-scripts allow-same-origin allow-forms allow-modals allow-popups allow-popups-to-escape-sandbox allow-downloads";
const LEVELS: readonly string[] = ["log", "info", "warn", "error", "debug"];
/** A page takes an update over in some 20 ms; one that is busy isn't waited for, in milliseconds. */
const APPLIED_WITHIN = 2_000;

/** The page that the sandbox's dev server gives, on an origin of its own. */
export function createNodePreview({ onPainted, onConsole }: PageListeners): NodePreview {
  let source: Preview["source"] = { html: "" };
  let origin = "";
  let tied: FrameWindow | null = null;
  let hasPainted = false;
  let applied: () => void = () => undefined;
  const untie = new Set<() => void>();

  const hear = (message: FromPage) => {
    if (message.type === "console") {
      const { level, text, at, stack } = message;
      if (LEVELS.includes(level)) onConsole({ level, text: String(text), at }, String(stack));
      return;
    }
    hasPainted = true;
    applied();
    if (message.type === "painted" || message.type === "applied") onPainted();
  };

  return {
    get source() {
      return source;
    },
    permissions: PERMISSIONS,
    setAddress: (url) => {
      source = { url };
      origin = new URL(url).origin;
      hasPainted = false;
    },
    connect: (frame) => {
      tied = frame;
      const listen = (event: MessageEvent<(FromPage & { cv2web?: unknown }) | undefined>) => {
        if (event.source !== (frame as unknown) || event.origin !== origin) return;
        if (event.data?.cv2web === "page") hear(event.data);
      };
      window.addEventListener("message", listen);
      const stop = () => {
        window.removeEventListener("message", listen);
        untie.delete(stop);
        if (tied === frame) tied = null;
      };
      untie.add(stop);
      return stop;
    },
    reload: () => tied?.postMessage({ cv2web: "reload" }, origin),
    untilApplied: async () => {
      if (tied === null || !hasPainted) return;
      await new Promise<void>((settle) => {
        applied = settle;
        setTimeout(settle, APPLIED_WITHIN);
      });
    },
    dispose: () => {
      for (const stop of untie) stop();
    },
  };
}
