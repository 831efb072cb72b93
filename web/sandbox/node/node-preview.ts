import type { ConsoleEntry } from "../../../shared/build.ts";
import type { FrameWindow, Preview } from "../../../shared/ports/sandbox.ts";
import type { PageError } from "./node-machine.ts";

/** From inside/preview.mjs. The person's code can forge these: they are data, nothing more. */
type FromPage =
  | { readonly type: "painted" }
  | { readonly type: "applied"; readonly stamp: number }
  | { readonly type: "thrown"; readonly message: string; readonly stack: string }
  | {
      readonly type: "console";
      readonly level: ConsoleEntry["level"];
      readonly text: string;
      readonly at: number;
      readonly stack: string;
    };

export interface PageListeners {
  /** The frame shows something else than the page: another one is to take its place. */
  readonly onSilent: () => void;
  readonly onPainted: () => void;
  /** Absent where the machine tells what pages throw. */
  readonly onThrown?: (error: PageError) => void;
  readonly onConsole: (entry: Omit<ConsoleEntry, "path" | "line">, stack: string) => void;
}

export interface NodePreview extends Preview {
  /** The dev server answers here now. */
  setAddress(url: string): void;
  /** Loads the page afresh after its server has started again, in a new frame if the old one stays silent. */
  startAgain(): void;
  /**
   * Resolves when the page has taken the update with this stamp over. A page that missed it, since it
   * was loading just then, is loaded afresh.
   */
  untilApplied(stamp: number): Promise<void>;
  dispose(): void;
}

const PERMISSIONS =
  "allow-scripts allow-same-origin allow-forms allow-modals allow-popups allow-popups-to-escape-sandbox allow-downloads";
const LEVELS: readonly string[] = ["log", "info", "warn", "error", "debug"];
/** A page takes an update over in some 20 ms; one that hasn't by then has missed it, in milliseconds. */
const APPLIED_WITHIN = 4_000;
/** A page that has painted nothing by then after a restart isn't the page, in milliseconds. */
const SILENT_AFTER = 6_000;

/** The page that the sandbox's dev server gives, on an origin of its own. */
export function createNodePreview(listeners: PageListeners): NodePreview {
  let source: Preview["source"] = { html: "" };
  let origin = "";
  let tied: FrameWindow | null = null;
  let hasPainted = false;
  const waiting = appliedUpdates();
  /** An update was sent while the page was loading: it may have been too early for it. */
  let hasMissed = false;
  let silence: ReturnType<typeof setTimeout> | undefined;
  const untie = new Set<() => void>();

  const hear = (message: FromPage) => {
    if (message.type === "console") return tellConsole(message, listeners.onConsole);
    if (message.type === "thrown") return tellThrown(message, listeners.onThrown);
    hasPainted = true;
    clearTimeout(silence);
    if (message.type === "applied") waiting.applied(Number(message.stamp));
    if (hasMissed) startAgain();
    else listeners.onPainted();
  };

  function startAgain(): void {
    if (tied === null) return;
    hasPainted = false;
    hasMissed = false;
    tied.postMessage({ cv2web: "reload" }, origin);
    clearTimeout(silence);
    silence = setTimeout(listeners.onSilent, SILENT_AFTER);
  }

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
      const unlisten = hearFrame(frame, () => origin, hear);
      const stop = () => {
        unlisten();
        untie.delete(stop);
        if (tied === frame) tied = null;
      };
      untie.add(stop);
      return stop;
    },
    reload: () => tied?.postMessage({ cv2web: "reload" }, origin),
    startAgain,
    untilApplied: async (stamp) => {
      if (tied === null || stamp === 0) return;
      if (!hasPainted) hasMissed = true;
      else if (!(await waiting.until(stamp))) startAgain();
    },
    dispose: () => {
      clearTimeout(silence);
      for (const stop of untie) stop();
    },
  };
}

function tellConsole(
  { level, text, at, stack }: FromPage & { type: "console" },
  onConsole: PageListeners["onConsole"],
): void {
  if (LEVELS.includes(level)) onConsole({ level, text: String(text), at }, String(stack));
}

function tellThrown(
  { message, stack }: FromPage & { type: "thrown" },
  onThrown: PageListeners["onThrown"],
): void {
  onThrown?.({ message: String(message), stack: String(stack) });
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

/** Which updates the page has taken over, and the one who waits for the next. */
function appliedUpdates() {
  let last = 0;
  let tell: () => void = () => undefined;
  return {
    applied: (stamp: number) => {
      last = Math.max(last, stamp);
      tell();
    },
    /** False when the page hasn't taken it over within `APPLIED_WITHIN`. */
    until: (stamp: number) =>
      new Promise<boolean>((settle) => {
        const late = setTimeout(() => settle(false), APPLIED_WITHIN);
        tell = () => {
          if (last < stamp) return;
          clearTimeout(late);
          settle(true);
        };
        tell();
      }),
  };
}
