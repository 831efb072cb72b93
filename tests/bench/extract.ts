import { existsSync } from "node:fs";
import { readdir, readFile } from "node:fs/promises";
import { extname, join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { pathToFileURL } from "node:url";
import { extractResume } from "../../shared/cv/extract-resume.ts";
import { loadPdfEngineInNode } from "../../scripts/cv/pdf-engine-in-node.ts";
import { readCv } from "../../web/cv/read/read-cv.ts";
import type { PdfEngine } from "../../web/cv/read/pdf-engine.ts";
import { formatTally, type Scored, type Scorer } from "./extract-report.ts";

/**
 * npm run bench:extract -- --docs DIR --truth DIR [--scorer FILE] [--only pdf]
 * Accuracy of extraction by the scorer's rules, and its time beside pdf.js reading the same files' text
 * alone. Warm: every file is read once before it is timed. The last line is JSON.
 */
const { values } = parseArgs({
  options: {
    docs: { type: "string" },
    truth: { type: "string" },
    scorer: { type: "string" },
    only: { type: "string" },
    rounds: { type: "string", default: "3" },
  },
});
if (!values.docs || !values.truth) {
  console.error(
    "Usage: npm run bench:extract -- --docs DIR --truth DIR [--scorer FILE] [--only pdf]",
  );
  process.exit(2);
}
// The scorer stands beside the documents it scores, or in the folder next to the project's.
const scorerPath = resolve(
  values.scorer ??
    [
      join(values.truth, "../../score.mjs"),
      join(values.truth, "../score.mjs"),
      resolve(import.meta.dirname, "../../../shared/cv-bench/score.mjs"),
    ].find(existsSync) ??
    "score.mjs",
);
const scorer = (await import(pathToFileURL(scorerPath).href)) as Scorer;
const docs = resolve(values.docs);
const truth = resolve(values.truth);
const full = join(truth, "..", "full");
const manifest = [join(truth, "..", "manifest.json"), join(scorerPath, "..", "manifest.json")].find(
  existsSync,
);

const engine = await loadPdfEngineInNode();
const ids = (await readdir(docs))
  .filter((name) => /\.(?:pdf|docx|txt|md|zip|json|html)$/.test(name))
  .toSorted();
const predictions = new Map<string, unknown>();
const extraction: number[] = [];
const pdfExtraction: number[] = [];
const pdfText: number[] = [];

for (const name of ids) {
  const bytes = new Uint8Array(await readFile(join(docs, name)));
  const extract = async (): Promise<unknown> => {
    const read = await readCv({ name, bytes }, loadPdfEngineInNode);
    if (!read.ok) {
      console.error(`${name}: ${read.failure.message}`);
      return null;
    }
    return extractResume(read.value).resume;
  };
  predictions.set(name.slice(0, -extname(name).length), await extract());
  const ms = await fastest(extract);
  extraction.push(ms);
  if (!name.endsWith(".pdf")) continue;
  pdfExtraction.push(ms);
  pdfText.push(await fastest(() => textAlone(bytes, engine)));
}

/** The best of some rounds: what the machine can do when others leave it alone. */
async function fastest(run: () => Promise<unknown>): Promise<number> {
  let best = Number.POSITIVE_INFINITY;
  for (let round = 0; round < Number(values.rounds); round += 1) {
    const start = performance.now();
    await run();
    best = Math.min(best, performance.now() - start);
  }
  return best;
}

async function textAlone(bytes: Uint8Array, { pdfjs, sources }: PdfEngine): Promise<void> {
  const task = pdfjs.getDocument({
    data: bytes.slice(),
    ...sources,
    cMapPacked: true,
    disableFontFace: true,
    verbosity: 0,
  } as Parameters<typeof pdfjs.getDocument>[0]);
  const pdf = await task.promise;
  for (let page = 1; page <= pdf.numPages; page += 1)
    await (await pdf.getPage(page)).getTextContent();
  await task.destroy();
}

const score: Scored = scorer.scoreAll((id: string) => predictions.get(id) ?? null, truth, {
  full: existsSync(full) ? full : null,
  manifest,
  only: values.only,
});
for (const line of formatTally(score, scorer.prf)) console.log(line);

const percent = (share: number): number => Math.round(share * 1000) / 10;
const sum = (list: readonly number[]): number => list.reduce((a, b) => a + b, 0);
const at = (list: readonly number[], share: number): number => {
  const sorted = list.toSorted((a, b) => a - b);
  return (
    Math.round((sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0) * 10) /
    10
  );
};
console.log(
  JSON.stringify({
    documents: score.docs.length,
    accuracy: percent(score.micro),
    precision: percent(score.prf.p),
    f1: percent(score.prf.f),
    byPerson: percent(score.macroPerson),
    kinds: Object.fromEntries(
      Object.entries(score.kinds).map(([kind, tally]) => [kind, percent(scorer.prf(tally).r)]),
    ),
    msMedian: at(extraction, 0.5),
    msP95: at(extraction, 0.95),
    pdfTextMsMedian: at(pdfText, 0.5),
    timeToPdfText: pdfText.length
      ? Math.round((sum(pdfExtraction) / sum(pdfText)) * 100) / 100
      : null,
  }),
);
