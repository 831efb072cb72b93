import { pdfDataUrl } from "./pdf-data-sources.ts";
import type { LoadPdfEngine, PdfEngine } from "./pdf-engine.ts";

let modules: Promise<PdfEngine["pdfjs"]> | undefined;

/**
 * pdf.js in Cloudflare's runtime: in one thread, without WebAssembly (workerd compiles none at run time;
 * only pictures would need it, and those aren't decoded). `fetchAsset` gives what is served at a path of
 * our own origin.
 */
export function pdfEngineInWorkerd(
  fetchAsset: (path: string) => Promise<Uint8Array>,
): LoadPdfEngine {
  class AssetDataFactory {
    fetch({ kind, filename }: { kind: string; filename: string }): Promise<Uint8Array> {
      const url = pdfDataUrl(kind, filename);
      if (!url) throw new Error(`pdf.js asks for ${filename}, which is not served`);
      return fetchAsset(url);
    }
  }
  const sources = {
    BinaryDataFactory: AssetDataFactory,
    cMapUrl: "cmaps/",
    standardFontDataUrl: "standard_fonts/",
    wasmUrl: "wasm/",
    useWasm: false,
  };
  return async () => ({ pdfjs: await (modules ??= load()), sources });
}

async function load(): Promise<PdfEngine["pdfjs"]> {
  const worker: unknown = await import("pdfjs-dist/legacy/build/pdf.worker.mjs" as string);
  // pdf.js takes a worker that it finds here, and then starts no thread.
  (globalThis as { pdfjsWorker?: unknown }).pdfjsWorker = worker;
  return (await import("pdfjs-dist/legacy/build/pdf.mjs")) as unknown as PdfEngine["pdfjs"];
}
