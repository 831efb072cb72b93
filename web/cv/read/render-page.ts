import { fail, ok, type Result } from "../../../shared/failure.ts";
import { pdfDataSources } from "./pdf-data-sources.ts";
import { WRONG } from "./say-what-is-wrong.ts";

/**
 * Draws one page of a PDF (0-based) into a canvas for the review. `scale` is device pixels a point; the
 * canvas is resized to the page. pdf.js and its worker load with the first call.
 */
export async function renderPage(
  bytes: Uint8Array,
  page: number,
  canvas: HTMLCanvasElement,
  scale: number,
): Promise<Result<{ readonly width: number; readonly height: number }>> {
  const pdfjs = await import("pdfjs-dist");
  pdfjs.GlobalWorkerOptions.workerSrc = (
    await import("pdfjs-dist/build/pdf.worker.min.mjs?url")
  ).default;
  const task = pdfjs.getDocument({
    data: bytes.slice(),
    ...pdfDataSources(),
    cMapPacked: true,
    useWorkerFetch: false,
    verbosity: 0,
  } as Parameters<typeof pdfjs.getDocument>[0]);
  try {
    const pdf = await task.promise;
    const sheet = await pdf.getPage(page + 1);
    const viewport = sheet.getViewport({ scale });
    canvas.width = Math.ceil(viewport.width);
    canvas.height = Math.ceil(viewport.height);
    await sheet.render({ canvas, viewport }).promise;
    return ok({ width: canvas.width, height: canvas.height });
  } catch (error) {
    return fail(WRONG.corrupt("PDF", error instanceof Error ? error.message : String(error)));
  } finally {
    await task.destroy();
  }
}
