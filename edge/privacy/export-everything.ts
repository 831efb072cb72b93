import { listKeptChanges, readKept, rowIdOf, type Keeping } from "../storage/kept-portfolios.ts";
import { readKeptSource } from "../storage/kept-sources.ts";
import { listKeptVersions, readKeptVersions } from "../storage/kept-versions.ts";
import { contentsOnce, recordsOf } from "./export-records.ts";
import { sitesOf, type ReadSiteFile } from "./export-sites.ts";
import { json } from "./json-file.ts";
import type { ZipEntry } from "../storage/zip-stream.ts";

export interface ExportInput {
  readonly keeping: Keeping;
  /** Name and e-mail address. */
  readonly account: unknown;
  /** What was used of each meter. */
  readonly usage: unknown;
  /** The jobs of the last day with what came of them. */
  readonly jobs: readonly unknown[];
  /** What was read of a CV: the n-th reading, newest first; `null` after the last. */
  readonly reading: (n: number) => Promise<Uint8Array | null>;
  readonly siteFile: ReadSiteFile;
}

const PAGE = 50;

/**
 * Everything that is kept about a person, one file after another: account, jobs, readings, the rows of
 * every table that has an owner (`records/`), portfolios with their files, every version (its files as
 * `contents/…`, each content once), CVs, published sites.
 */
export async function* everythingOf(input: ExportInput): AsyncGenerator<ZipEntry> {
  const { keeping } = input;
  yield { path: "account.json", bytes: json(input.account) };
  yield { path: "usage.json", bytes: json(input.usage) };
  yield { path: "jobs.json", bytes: json(input.jobs) };
  for (let n = 0; ; n += 1) {
    const bytes = await input.reading(n);
    if (!bytes) break;
    yield { path: `readings/${n + 1}.json`, bytes };
  }
  yield* sitesOf(keeping, input.siteFile);
  const written = new Set<string>();
  yield* recordsOf(keeping, written);
  for (let after = 0; ;) {
    const page = await listKeptChanges(keeping, after, PAGE);
    for (const entry of page.items.filter(({ isDeleted }) => !isDeleted)) {
      yield* portfolioOf(keeping, entry.id, written);
    }
    if (!page.last) return;
    after = page.last.sequence;
  }
}

async function* portfolioOf(
  keeping: Keeping,
  id: string,
  written: Set<string>,
): AsyncGenerator<ZipEntry> {
  const portfolio = await readKept(keeping, id);
  if (!portfolio.ok) return;
  const folder = `portfolios/${id}`;
  const { tree, ...about } = portfolio.value;
  yield { path: `${folder}/portfolio.json`, bytes: json(about) };
  const files = Object.entries(tree ?? {});
  let at = 0;
  for await (const { bytes } of keeping.blobs.readEach(files.map(([, key]) => key))) {
    const [path] = files[at++]!;
    if (bytes) yield { path: `${folder}/files/${path}`, bytes };
  }
  yield* versionsOf(keeping, id, folder, written);
  const source = await readKeptSource(keeping, await rowIdOf(keeping.key, id));
  if (!source.ok) return;
  const cv = await keeping.blobs.read(source.value.content);
  if (cv.ok) yield { path: `${folder}/cv/${source.value.name}`, bytes: cv.value };
}

async function* versionsOf(
  keeping: Keeping,
  id: string,
  folder: string,
  written: Set<string>,
): AsyncGenerator<ZipEntry> {
  for (let after = 0; ;) {
    const page = await listKeptVersions(keeping, id, after, PAGE);
    if (!page.ok) return;
    const ids = page.value.items.map((version) => version.id);
    const versions = await readKeptVersions(keeping, id, ids);
    for (const version of versions.ok ? versions.value : []) {
      yield { path: `${folder}/versions/${version.id}.json`, bytes: json(version) };
      yield* contentsOnce(keeping, Object.values(version.tree), written);
    }
    if (!page.value.last) return;
    after = page.value.last.sequence;
  }
}
