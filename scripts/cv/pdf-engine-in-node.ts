import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import type { PdfEngine } from "../../web/cv/read/pdf-engine.ts";

let engine: Promise<PdfEngine> | undefined;

/** pdf.js in Node: its build for older engines, in this thread, with its own data beside it. */
export function loadPdfEngineInNode(): Promise<PdfEngine> {
  engine ??= load();
  return engine;
}

async function load(): Promise<PdfEngine> {
  const root = dirname(fileURLToPath(import.meta.resolve("pdfjs-dist/package.json")));
  const pdfjs = await import("pdfjs-dist/legacy/build/pdf.mjs");
  const worker: unknown = await import("pdfjs-dist/legacy/build/pdf.worker.mjs" as string);
  // pdf.js takes a worker that it finds here, and then starts no thread.
  (globalThis as { pdfjsWorker?: unknown }).pdfjsWorker = worker;
  return {
    pdfjs: pdfjs as unknown as PdfEngine["pdfjs"],
    sources: {
      cMapUrl: `${root}/cmaps/`,
      standardFontDataUrl: `${root}/standard_fonts/`,
      wasmUrl: `${root}/wasm/`,
    },
  };
}
