import type { PdfEngine } from "./pdf-engine.ts";
import { pdfDataSources } from "./pdf-data-sources.ts";

let engine: Promise<PdfEngine> | undefined;

/**
 * pdf.js inside our own worker, in one thread: it takes a worker that it finds on the global object and
 * starts none. Measured: no second worker to start, and no copy of every operator list between the two.
 */
export function loadPdfEngineInWorker(): Promise<PdfEngine> {
  engine ??= load();
  return engine;
}

async function load(): Promise<PdfEngine> {
  const [pdfjs, worker] = await Promise.all([
    import("pdfjs-dist"),
    import("pdfjs-dist/build/pdf.worker.min.mjs"),
  ]);
  (globalThis as { pdfjsWorker?: unknown }).pdfjsWorker = worker;
  return { pdfjs, sources: pdfDataSources() };
}
