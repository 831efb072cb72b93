import type { CvDocument, TextRun } from "../../../shared/cv-document.ts";
import { fail, ok, type Result } from "../../../shared/failure.ts";
import type { PDFPageProxy } from "pdfjs-dist";
import type { PdfEngine } from "./pdf-engine.ts";
import { hasEndlessCharacterMap } from "./pdf-character-maps.ts";
import { setHiddenTextApart } from "./pdf-hidden-text.ts";
import type { Matrix } from "./pdf-geometry.ts";
import type { PaintedRun, PdfFont } from "./pdf-operator-reader.ts";
import { readTextRuns } from "./pdf-text-runs.ts";
import { MOST_PAGES, WRONG } from "./say-what-is-wrong.ts";

/** Fewer visible letters than this a document is a scan, a photograph or an empty page. */
const FEWEST_LETTERS = 20;

/**
 * Reads a PDF into text runs in points from each page's top left.
 * Fails when the file is damaged, locked, too long, or holds no text.
 */
export async function readPdf(
  bytes: Uint8Array,
  engine: PdfEngine,
  onPage: () => void = () => {},
): Promise<Result<CvDocument>> {
  if (hasEndlessCharacterMap(bytes)) return fail(WRONG.corrupt("PDF", "character map"));
  const { pdfjs, sources } = engine;
  const task = pdfjs.getDocument({
    data: bytes.slice(),
    ...sources,
    cMapPacked: true,
    disableFontFace: true,
    fontExtraProperties: true,
    useSystemFonts: false,
    useWorkerFetch: false,
    // Pictures say nothing to the extraction; decoding a photograph costs more than all the text.
    maxImageSize: 1,
    verbosity: 0,
  } as Parameters<typeof pdfjs.getDocument>[0]);
  try {
    const pdf = await task.promise;
    if (pdf.numPages > MOST_PAGES) return fail(WRONG.tooManyPages(pdf.numPages));
    const pages: { width: number; height: number }[] = [];
    const painted: PaintedRun[] = [];
    for (let index = 0; index < pdf.numPages; index += 1) {
      const page = await pdf.getPage(index + 1);
      const viewport = page.getViewport({ scale: 1 });
      pages.push({ width: viewport.width, height: viewport.height });
      const [operators, links] = await Promise.all([page.getOperatorList(), linksOf(page)]);
      const fontOf = (id: string): PdfFont =>
        page.commonObjs.has(id) ? (page.commonObjs.get(id) as PdfFont) : {};
      const runs = readTextRuns(pdfjs, operators, index, viewport.transform as never, fontOf);
      painted.push(...withLinks(runs, links, viewport.transform as never));
      onPage();
    }
    const { runs, hidden } = setHiddenTextApart(painted, pages);
    const letters = runs.reduce((sum, run) => sum + run.text.replace(/\s/g, "").length, 0);
    if (letters < FEWEST_LETTERS) return fail(WRONG.noText());
    return ok({ kind: "pages", format: "pdf", pages, runs, hidden });
  } catch (error) {
    const name = error instanceof Error ? error.name : "";
    if (name === "PasswordException") return fail(WRONG.encrypted("PDF"));
    return fail(WRONG.corrupt("PDF", error instanceof Error ? error.message : String(error)));
  } finally {
    await task.destroy();
  }
}

/**
 * A page's links. Asked for the screen, pdf.js reads all the page's text a second time to tell what
 * each link overlies; asked for print it doesn't, but leaves out links that are not to be printed.
 */
async function linksOf(page: PDFPageProxy): Promise<readonly Annotation[]> {
  const printed = (await page.getAnnotations({ intent: "print" })) as readonly Annotation[];
  return printed.length ? printed : ((await page.getAnnotations()) as readonly Annotation[]);
}

interface Annotation {
  readonly subtype?: string;
  readonly url?: string;
  readonly rect?: readonly number[];
}

function withLinks(
  runs: PaintedRun[],
  annotations: readonly Annotation[],
  viewport: Matrix,
): PaintedRun[] {
  const links = annotations.flatMap((a) => {
    if (a.subtype !== "Link" || !a.url || !a.rect) return [];
    const [x1, y1, x2, y2] = a.rect as [number, number, number, number];
    const xs = [x1, x2].map((x) => viewport[0] * x + viewport[2] * y1 + viewport[4]);
    const ys = [y1, y2].map((y) => viewport[1] * x1 + viewport[3] * y + viewport[5]);
    return [
      {
        href: a.url,
        left: Math.min(...xs),
        right: Math.max(...xs),
        top: Math.min(...ys),
        bottom: Math.max(...ys),
      },
    ];
  });
  if (!links.length) return runs;
  return runs.map((run) => {
    const x = run.box.x + run.box.width / 2;
    const y = run.box.y + run.box.height / 2;
    const link = links.find((l) => x >= l.left && x <= l.right && y >= l.top && y <= l.bottom);
    return link ? ({ ...run, href: link.href } satisfies TextRun & PaintedRun) : run;
  });
}
