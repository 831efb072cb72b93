import { listKeptChanges, readKept, rowIdOf, type Keeping } from "../storage/kept-portfolios.ts";
import { readKeptSource } from "../storage/kept-sources.ts";
import { listKeptVersions, readKeptVersions } from "../storage/kept-versions.ts";
import type { ZipEntry } from "../storage/zip-stream.ts";

export interface ExportInput {
  readonly keeping: Keeping;
  /** Name and e-mail address, and the rows about the person. */
  readonly account: unknown;
  /** The jobs of the last day with what came of them. */
  readonly jobs: readonly unknown[];
}

const PAGE = 50;
const encoder = new TextEncoder();
const json = (value: unknown) => encoder.encode(`${JSON.stringify(value, null, 2)}\n`);

/**
 * Everything that is kept about a person, one file after another: account, portfolios with their files,
 * every version (its files as `contents/…`, each content once), CVs, jobs.
 */
export async function* everythingOf(input: ExportInput): AsyncGenerator<ZipEntry> {
  const { keeping } = input;
  yield { path: "account.json", bytes: json(input.account) };
  yield { path: "jobs.json", bytes: json(input.jobs) };
  const written = new Set<string>();
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
  for (const [path, key] of Object.entries(tree ?? {})) {
    const content = await keeping.blobs.read(key);
    if (content.ok) yield { path: `${folder}/files/${path}`, bytes: content.value };
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
      for (const key of Object.values(version.tree)) {
        if (written.has(key)) continue;
        written.add(key);
        const content = await keeping.blobs.read(key);
        if (content.ok) yield { path: `contents/${key}`, bytes: content.value };
      }
    }
    if (!page.value.last) return;
    after = page.value.last.sequence;
  }
}
