import { z } from "zod";
import { fail, type Result } from "../../../shared/failure.ts";
import { loadPdfEngineInWorker } from "./pdf-engine-in-worker.ts";
import { readAndExtract } from "./read-and-extract.ts";
import { readCv, readCvText } from "./read-cv.ts";
import type { CvReading, ReaderEvent, ReaderRequest, ReadStep } from "./reader-messages.ts";
import { WRONG } from "./say-what-is-wrong.ts";

// The page's policy allows no code made from text.
z.config({ jitless: true });

// oxlint-disable-next-line unicorn/require-post-message-target-origin -- to the page that started this worker
const send = (event: ReaderEvent): void => globalThis.postMessage(event);

async function answer(request: Exclude<ReaderRequest, { kind: "warm-up" }>): Promise<void> {
  const { id } = request;
  const onStep = (step: ReadStep): void => send({ kind: "step", id, step });
  const alive = (next: "load" | "read"): void => send({ kind: "alive", id, next });
  const loadPdfEngine = async () => {
    alive("load");
    const engine = await loadPdfEngineInWorker();
    alive("read");
    return engine;
  };
  const read = () =>
    request.kind === "read"
      ? readCv(request, loadPdfEngine, () => alive("read"))
      : readCvText(request.text);
  alive("read");
  let result: Result<CvReading>;
  try {
    result = await readAndExtract(read, () => performance.now(), onStep);
  } catch (error) {
    result = fail(WRONG.readerFailed(error instanceof Error ? error.message : String(error)));
  }
  send({ kind: "done", id, result });
}

globalThis.addEventListener("message", ({ data }: MessageEvent<ReaderRequest>) => {
  if (data.kind === "warm-up") void loadPdfEngineInWorker();
  else void answer(data);
});
