import { fail, type Result } from "../../../shared/failure.ts";
import { createReaderQueue, type ReaderPort } from "./reader-queue.ts";
import type { CvReading, ReaderRequest, ReadStep } from "./reader-messages.ts";
import { WRONG } from "./say-what-is-wrong.ts";

export type { CvReading, ReadStep } from "./reader-messages.ts";

export interface CvReader {
  /** Reads a file in a Web Worker; `onStep` names each step as it ends. Type is decided by content. */
  read(
    file: { readonly name: string; readonly bytes: Uint8Array },
    onStep?: (step: ReadStep) => void,
  ): Promise<Result<CvReading>>;
  /** Reads pasted text: plain, Markdown, HTML or JSON Resume. */
  readText(text: string, onStep?: (step: ReadStep) => void): Promise<Result<CvReading>>;
  /** Loads the worker and pdf.js early. */
  warmUp(): void;
  /** Ends the worker; what was under way answers “cancelled”. */
  dispose(): void;
}

/** Milliseconds without a page or a step after which a file is taken to hang the reader (R1.7). */
const HANGS_AFTER = 10_000;
/** Milliseconds for the worker and pdf.js to come over a slow network. */
const LOADS_WITHIN = 60_000;

/**
 * Opens a reader over a Web Worker. A file that hangs it costs only itself: the worker is ended and
 * the next file gets a new one.
 */
export function openCvReader(): CvReader {
  const queue = createReaderQueue({
    start: startWorker,
    hangsAfter: HANGS_AFTER,
    loadsWithin: LOADS_WITHIN,
    setTimer: (run, ms) => globalThis.setTimeout(run, ms),
    clearTimer: (timer) => globalThis.clearTimeout(timer),
  });
  const ask = (
    request: (id: number) => ReaderRequest,
    onStep: (step: ReadStep) => void = () => {},
  ): Promise<Result<CvReading>> => queue.ask(request, onStep);
  return {
    async read({ name, bytes }, onStep) {
      if (bytes.length === 0) return fail(WRONG.empty());
      return ask((id) => ({ kind: "read", id, name, bytes }), onStep);
    },
    readText: (text, onStep) => ask((id) => ({ kind: "read-text", id, text }), onStep),
    warmUp: () => queue.warmUp(),
    dispose: () => queue.dispose(),
  };
}

function startWorker(): ReaderPort {
  const worker = new Worker(new URL("./reader.worker.ts", import.meta.url), {
    type: "module",
    name: "cv-reader",
  });
  return {
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker has no origin to name
    send: (request) => worker.postMessage(request),
    onEvent: (listener) => worker.addEventListener("message", ({ data }) => listener(data)),
    onError: (listener) =>
      worker.addEventListener("error", (event) => listener(event.message || "worker error")),
    end: () => worker.terminate(),
  };
}
