import { mkdir, readFile, writeFile } from "node:fs/promises";
import { basename, extname, join } from "node:path";
import { parseArgs } from "node:util";
import { extractResume } from "../shared/cv/extract-resume.ts";
import { fail, type Result } from "../shared/failure.ts";
import type { Resume } from "../shared/resume.ts";
import { readCv } from "../web/cv/read/read-cv.ts";
import { WRONG } from "../web/cv/read/say-what-is-wrong.ts";
import { loadPdfEngineInNode } from "./cv/pdf-engine-in-node.ts";

/**
 * npm run extract -- --out DIR FILE…
 * Writes DIR/<name>.json (JSON Resume) for each file and goes on after one that can't be read.
 * The last line is JSON: files, failed, and milliseconds a file (median and 95th percentile).
 */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { out: { type: "string" } },
});
if (!values.out || positionals.length === 0) {
  console.error("Usage: npm run extract -- --out DIR FILE…");
  process.exit(2);
}

async function extractFile(path: string): Promise<Result<Resume>> {
  let bytes: Uint8Array;
  try {
    bytes = new Uint8Array(await readFile(path));
  } catch {
    return fail({
      ...WRONG.unknown(),
      kind: "not-found",
      message: "There is no such file.",
      nextStep: "Check the path.",
    });
  }
  const read = await readCv({ name: basename(path), bytes }, loadPdfEngineInNode);
  return read.ok ? { ok: true, value: extractResume(read.value).resume } : read;
}

await mkdir(values.out, { recursive: true });
// Loading pdf.js is the program's start, not a file's reading.
await loadPdfEngineInNode();
const times: number[] = [];
let failed = 0;
for (const path of positionals) {
  const start = performance.now();
  const result = await extractFile(path);
  times.push(performance.now() - start);
  if (result.ok) {
    const name = `${basename(path, extname(path))}.json`;
    await writeFile(join(values.out, name), `${JSON.stringify(result.value, null, 2)}\n`);
    continue;
  }
  failed += 1;
  console.error(`${path}: ${result.failure.message} ${result.failure.nextStep}`);
}
times.sort((a, b) => a - b);
const at = (share: number): number =>
  Math.round((times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0) * 10) / 10;
console.log(
  JSON.stringify({ files: positionals.length, failed, msMedian: at(0.5), msP95: at(0.95) }),
);
if (failed === positionals.length) process.exitCode = 1;
