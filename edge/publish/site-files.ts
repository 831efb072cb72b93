import { promisify } from "node:util";
import { brotliCompress, brotliDecompress, constants } from "node:zlib";
import { fail, ok, type Failure, type Result } from "../../shared/failure.ts";
import { isCompressible, type SiteManifest } from "../../shared/site/published-files.ts";
import type { Database } from "../db/open-database.ts";
import {
  forgetUnusedSiteFiles,
  markSiteFileStored,
  reserveSiteFile,
} from "../db/rows/site-file-rows.ts";

/** What is used of the bucket. */
export interface SiteBucket {
  put(name: string, bytes: Uint8Array): Promise<unknown>;
  delete(names: string | string[]): Promise<void>;
}

export interface SitePlace {
  readonly database: Database;
  readonly bucket: SiteBucket;
  readonly personId: string;
  readonly newId: () => string;
}

/** Where a person's published files lie, apart from what is sealed under their key. */
export const siteFolder = (personId: string) => `sites/${personId}/`;

const compress = promisify(brotliCompress);
/** Near the best that Brotli does (11), for a fifth of its time: measured on a 100 KB script. */
const QUALITY = 9;

/** A file in Brotli; `null` where that makes it no smaller. */
async function packed(bytes: Uint8Array): Promise<Uint8Array | null> {
  const small = new Uint8Array(
    await compress(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: QUALITY } }),
  );
  return small.length < bytes.length ? small : null;
}

/** For who doesn't take Brotli. */
export const unpackSiteFile = async (bytes: Uint8Array): Promise<Uint8Array> =>
  new Uint8Array(await promisify(brotliDecompress)(bytes));

/**
 * Keeps files that a build names. Each is looked at first: its hash must be its content's, its size what
 * the manifest says. Fails with `invalid`; then none of them is kept.
 */
export async function keepSiteFiles(
  place: SitePlace,
  manifest: SiteManifest,
  files: readonly { readonly hash: string; readonly bytes: Uint8Array }[],
): Promise<Result<void>> {
  const named = new Map(
    Object.entries(manifest).map(([path, file]) => [file.hash, { path, file }]),
  );
  for (const { hash, bytes } of files) {
    const known = named.get(hash);
    if (!known || known.file.size !== bytes.length || hash !== (await sha256(bytes))) {
      return fail(NOT_AS_SAID);
    }
  }
  for (const { hash, bytes } of files) await keepFile(place, named.get(hash)!.path, hash, bytes);
  return ok(undefined);
}

async function keepFile(
  { database, bucket, personId, newId }: SitePlace,
  path: string,
  hash: string,
  bytes: Uint8Array,
): Promise<void> {
  const small = isCompressible(path) ? await packed(bytes) : null;
  const body = small ?? bytes;
  const row = {
    ownerId: personId,
    hash,
    objectName: `${siteFolder(personId)}${hash}.${newId()}`,
    size: bytes.length,
    storedSize: body.length,
    isPacked: small !== null,
  };
  await reserveSiteFile(database, row);
  await bucket.put(row.objectName, body);
  if (!(await markSiteFileStored(database, row))) await bucket.delete(row.objectName);
}

/** Files removed at one go. */
const AT_ONCE = 1_000;

/** Removes what no build of this person names any more; everybody's without one. @returns how many went */
export async function removeUnusedSiteFiles(
  {
    database,
    bucket,
  }: {
    readonly database: Database;
    readonly bucket: Pick<SiteBucket, "delete">;
  },
  personId: string | null,
): Promise<number> {
  let gone = 0;
  for (;;) {
    const names = await forgetUnusedSiteFiles(database, personId, AT_ONCE);
    if (names.length === 0) return gone;
    await bucket.delete([...names]);
    gone += names.length;
  }
}

async function sha256(bytes: Uint8Array): Promise<string> {
  const digest = await crypto.subtle.digest("SHA-256", bytes as Uint8Array<ArrayBuffer>);
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, "0")).join("");
}

const NOT_AS_SAID: Failure = {
  kind: "invalid",
  message: "A file of the site doesn’t match its checksum.",
  nextStep: "Publish again; what is shown at your address stays as it is.",
  retryable: true,
};
