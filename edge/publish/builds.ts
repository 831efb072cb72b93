import type { Publication } from "../../shared/api/publications.ts";
import { fail, ok, type Failure, type Result } from "../../shared/failure.ts";
import type { Hideable } from "../../shared/site/hidden-fields.ts";
import {
  buildsToForget,
  expiryOf,
  mayAddSite,
  missingHashes,
} from "../../shared/site/publication.ts";
import { checkManifest, type SiteManifest } from "../../shared/site/published-files.ts";
import { lockTotals } from "../db/rows/blob-rows.ts";
import {
  addBuild,
  changePublication,
  deleteBuilds,
  deletePublication,
  findBuild,
  findPublication,
  listPublications,
  listServedBuilds,
  markServed,
  type BuildRow,
} from "../db/rows/publication-rows.ts";
import { findSiteFiles } from "../db/rows/site-file-rows.ts";
import type { Database } from "../db/open-database.ts";
import { PERSON_GONE } from "../keys/data-key.ts";
import { NO_SITE, readPublication, TOO_MANY } from "./publications.ts";
import { factsOf, type Publishing } from "./publishing.ts";
import { keepSiteFiles, removeUnusedSiteFiles } from "./site-files.ts";

/**
 * Notes what a finished site consists of; what it names stays from now on. Fails with `invalid`,
 * `wrong-type` or `too-large` when it may not be published, `not-found` without the site.
 * @returns the build's id, and the contents that are still to be sent
 */
export async function beginBuild(
  publishing: Publishing,
  publicationId: string,
  wanted: { readonly files: SiteManifest; readonly hidden: readonly Hideable[] },
): Promise<Result<{ buildId: string; missing: string[] }>> {
  const checked = checkManifest(wanted.files);
  if (!checked.ok) return checked;
  const { personId } = publishing.keeping;
  return addBuildOf(
    publishing,
    { publicationId, manifest: checked.value, hidden: wanted.hidden },
    async (transaction) =>
      (await findPublication(transaction, personId, publicationId)) ? ok(undefined) : fail(NO_SITE),
  );
}

/** Adds a build, where `look` finds what it is of under the lock of its owner. */
export async function addBuildOf(
  { keeping, newId }: Publishing,
  wanted: {
    readonly publicationId: string;
    readonly manifest: SiteManifest;
    readonly hidden: readonly Hideable[];
  },
  look: (transaction: Database) => Promise<Result<void>>,
): Promise<Result<{ buildId: string; missing: string[] }>> {
  const { publicationId, manifest } = wanted;
  const { database, personId } = keeping;
  const id = newId();
  const files = Object.values(manifest);
  const begun = await database.transaction(async (transaction): Promise<Result<void>> => {
    if (!(await lockTotals(transaction, personId))) return fail(PERSON_GONE);
    const found = await look(transaction);
    if (!found.ok) return found;
    await addBuild(transaction, {
      id,
      publicationId,
      ownerId: personId,
      manifest: { ...manifest },
      hidden: [...wanted.hidden],
      size: files.reduce((sum, { size }) => sum + size, 0),
    });
    return ok(undefined);
  });
  if (!begun.ok) return begun;
  const { missing } = await filesThere(database, personId, manifest);
  return ok({ buildId: id, missing: [...missing] });
}

/** A manifest with where the bucket has each file; or what is missing of it. */
export async function placeFiles(
  database: Database,
  personId: string,
  manifest: SiteManifest,
): Promise<{ readonly missing: readonly string[]; readonly manifest: BuildRow["manifest"] }> {
  const { kept, missing } = await filesThere(database, personId, manifest);
  if (missing.length > 0) return { missing, manifest: {} };
  const placed = Object.entries(manifest).map(([path, { hash, size }]) => {
    const { objectName: object, isPacked } = kept.get(hash)!;
    return [path, { hash, size, object, packed: isPacked }];
  });
  return { missing, manifest: Object.fromEntries(placed) };
}

/** Which of a manifest's contents the bucket has, and which are missing. */
async function filesThere(database: Database, personId: string, manifest: SiteManifest) {
  const hashes = [...new Set(Object.values(manifest).map(({ hash }) => hash))];
  const there = await findSiteFiles(database, personId, hashes);
  const kept = new Map(there.map((file) => [file.hash, file]));
  return { kept, missing: missingHashes(manifest, new Set(kept.keys())) };
}

/** Keeps contents of a build. Fails with `not-found`, or `invalid` when they aren't what it names. */
export async function sendFiles(
  { keeping, bucket, newId }: Publishing,
  { publicationId, buildId }: { readonly publicationId: string; readonly buildId: string },
  files: readonly { readonly hash: string; readonly bytes: Uint8Array }[],
): Promise<Result<void>> {
  const { database, personId } = keeping;
  const build = await findBuild(database, publicationId, buildId);
  if (!build || build.ownerId !== personId) return fail(NO_BUILD);
  return keepSiteFiles({ database, bucket, personId, newId }, build.manifest, files);
}

type Pointed =
  | { readonly status: "live"; readonly publication: Publication }
  | { readonly status: "files-missing"; readonly missing: string[] };

/**
 * Shows a build at the site's address from now on: visitors get it with their next request. Publishes
 * again what was taken down, and renews the time it stays. Fails with `not-found`, or `quota-exceeded`
 * when another site took its place meanwhile.
 */
export async function pointTo(
  publishing: Publishing,
  publicationId: string,
  buildId: string,
): Promise<Result<Pointed>> {
  const { keeping } = publishing;
  const pointed = await keeping.database.transaction((transaction) =>
    pointIn(publishing, transaction, publicationId, buildId),
  );
  if (!pointed.ok) return pointed;
  if (pointed.value.length > 0) {
    return ok({ status: "files-missing", missing: [...pointed.value] });
  }
  const publication = await readPublication(publishing, publicationId);
  return publication.ok ? ok({ status: "live", publication: publication.value }) : publication;
}

/** @returns contents that are missing; when there are none, the build is served */
async function pointIn(
  { keeping, tier }: Publishing,
  transaction: Database,
  publicationId: string,
  buildId: string,
): Promise<Result<readonly string[]>> {
  const { personId, now } = keeping;
  if (!(await lockTotals(transaction, personId))) return fail(PERSON_GONE);
  const row = await findPublication(transaction, personId, publicationId);
  const build = row && (await findBuild(transaction, publicationId, buildId));
  if (!row || !build) return fail(NO_BUILD);
  if (row.unpublishedAt !== null) {
    const others = (await listPublications(transaction, personId)).filter(
      ({ id }) => id !== row.id,
    );
    if (!mayAddSite(tier, others.map(factsOf))) return fail(TOO_MANY);
  }
  const { manifest, missing } = await placeFiles(transaction, personId, build.manifest);
  if (missing.length > 0) return ok(missing);
  const at = now();
  const expiresAt = expiryOf(tier, at);
  await markServed(transaction, buildId, manifest, new Date(at));
  await changePublication(transaction, publicationId, {
    buildId,
    hidden: build.hidden,
    publishedAt: new Date(at),
    expiresAt: expiresAt === null ? null : new Date(expiresAt),
    unpublishedAt: null,
  });
  const builds = (await listServedBuilds(transaction, publicationId)).map((one) => ({
    ...one,
    at: one.createdAt.getTime(),
  }));
  await deleteBuilds(transaction, buildsToForget(builds, build));
  return ok([]);
}

/** Removes a site with its builds and their files: every copy. Fails with `not-found`. */
export async function deleteSite(
  { keeping, bucket }: Publishing,
  publicationId: string,
): Promise<Result<void>> {
  const { database, personId } = keeping;
  const row = await findPublication(database, personId, publicationId);
  if (!row) return fail(NO_SITE);
  await deletePublication(database, publicationId);
  await removeUnusedSiteFiles({ database, bucket }, personId);
  return ok(undefined);
}

export const NO_BUILD: Failure = {
  kind: "not-found",
  message: "There is no such version of the site any more.",
  nextStep: "Publish again; what is shown at your address stays as it is.",
  retryable: false,
};
