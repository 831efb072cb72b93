import { listDrafts } from "../db/rows/draft-rows.ts";
import { findBuild, listPublications } from "../db/rows/publication-rows.ts";
import type { Keeping } from "../storage/kept-portfolios.ts";
import type { ZipEntry } from "../storage/zip-stream.ts";

/** A published file’s content by the bucket’s name; `null` when it is gone. */
export type ReadSiteFile = (objectName: string, isPacked: boolean) => Promise<Uint8Array | null>;

/** What a person’s sites and drafts show now, each under its address: `sites/ada/index.html`. */
export async function* sitesOf(
  { database, personId }: Keeping,
  read: ReadSiteFile,
): AsyncGenerator<ZipEntry> {
  const sites = await listPublications(database, personId);
  const drafts = await listDrafts(database, personId);
  for (const { id, slug, buildId } of [...sites, ...drafts]) {
    const build = buildId === null ? null : await findBuild(database, id, buildId);
    for (const [path, { object, packed }] of Object.entries(build?.manifest ?? {})) {
      const bytes = object === undefined ? null : await read(object, packed === true);
      if (bytes) yield { path: `sites/${slug}/${path}`, bytes };
    }
  }
}
