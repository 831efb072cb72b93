import type { DraftLink } from "../../shared/api/draft-links.ts";
import { fail, ok, type Failure, type Result } from "../../shared/failure.ts";
import { DRAFT_LIMITS } from "../../shared/limits.ts";
import { draftEnd, draftSlug, draftState, mayShowDraft } from "../../shared/site/draft-link.ts";
import type { Hideable } from "../../shared/site/hidden-fields.ts";
import { checkManifest, type SiteManifest } from "../../shared/site/published-files.ts";
import { lockTotals } from "../db/rows/blob-rows.ts";
import { addDraft, findDraft, listDrafts, revokeDraftRow } from "../db/rows/draft-rows.ts";
import {
  changePublication,
  deleteBuilds,
  findBuild,
  listServedBuilds,
  markServed,
  type PublicationRow,
} from "../db/rows/publication-rows.ts";
import type { Database } from "../db/open-database.ts";
import { PERSON_GONE } from "../keys/data-key.ts";
import { addBuildOf, NO_BUILD, placeFiles } from "./builds.ts";
import { draftKeyOf } from "./draft-key.ts";
import { factsOf, type Publishing } from "./publishing.ts";
import { removeUnusedSiteFiles } from "./site-files.ts";

/** A person's links, newest first. @param portfolioId as the browser has it; absent: of all portfolios */
export async function listDraftLinks(
  publishing: Publishing,
  portfolioId?: string,
): Promise<DraftLink[]> {
  const { database, personId } = publishing.keeping;
  const key = portfolioId === undefined ? undefined : await draftKeyOf(portfolioId);
  const rows = await listDrafts(database, personId, key);
  return rows.map((row) => viewOfDraft(publishing, row));
}

/**
 * The link to a portfolio's draft: the one that it has, else a new one, which works when its content is
 * there. Fails with `quota-exceeded` when others work already.
 * @param chance 26 random bytes, from which nobody can guess the address
 */
export async function openDraft(
  publishing: Publishing,
  wanted: { readonly portfolioId: string; readonly chance: Uint8Array },
): Promise<Result<DraftLink>> {
  const { keeping, tier, newId } = publishing;
  const { database, personId, now } = keeping;
  const draftOf = await draftKeyOf(wanted.portfolioId);
  return database.transaction(async (transaction): Promise<Result<DraftLink>> => {
    if (!(await lockTotals(transaction, personId))) return fail(PERSON_GONE);
    const theirs = await listDrafts(transaction, personId);
    const there = theirs.find((row) => row.draftOf === draftOf);
    if (there) return ok(viewOfDraft(publishing, there));
    if (!mayShowDraft(tier, theirs.map(stateAt(now())))) return fail(TOO_MANY);
    const id = newId();
    const slug = draftSlug(wanted.chance);
    const expiresAt = new Date(draftEnd(tier, now()));
    await addDraft(transaction, { id, ownerId: personId, draftOf, slug, expiresAt });
    const made = await findDraft(transaction, personId, id);
    return ok(viewOfDraft(publishing, made!));
  });
}

/** As `beginBuild` for a site; a draft may be smaller at most. */
export async function beginDraft(
  publishing: Publishing,
  draftId: string,
  wanted: { readonly files: SiteManifest; readonly hidden: readonly Hideable[] },
): Promise<Result<{ buildId: string; missing: string[] }>> {
  const checked = checkManifest(wanted.files);
  if (!checked.ok) return checked;
  const size = Object.values(checked.value).reduce((sum, file) => sum + file.size, 0);
  if (size > DRAFT_LIMITS.siteBytes) return fail(TOO_LARGE);
  const { personId } = publishing.keeping;
  return addBuildOf(
    publishing,
    { publicationId: draftId, manifest: checked.value, hidden: wanted.hidden },
    async (transaction) =>
      (await findDraft(transaction, personId, draftId)) ? ok(undefined) : fail(NO_DRAFT),
  );
}

type Shown =
  | { readonly status: "live"; readonly draft: DraftLink }
  | { readonly status: "files-missing"; readonly missing: string[] };

/**
 * Shows a build at the link from now on, alone: nothing of a draft can be gone back to. Its end is put
 * off. Fails with `not-found`; `quota-exceeded` where it had ended and others took its place.
 */
export async function showDraft(
  publishing: Publishing,
  draftId: string,
  buildId: string,
): Promise<Result<Shown>> {
  const { database, personId } = publishing.keeping;
  const missing = await database.transaction((transaction) =>
    showIn(publishing, transaction, draftId, buildId),
  );
  if (!missing.ok) return missing;
  if (missing.value.length > 0) return ok({ status: "files-missing", missing: [...missing.value] });
  const row = await findDraft(database, personId, draftId);
  return row ? ok({ status: "live", draft: viewOfDraft(publishing, row) }) : fail(NO_DRAFT);
}

async function showIn(
  { keeping, tier }: Publishing,
  transaction: Database,
  draftId: string,
  buildId: string,
): Promise<Result<readonly string[]>> {
  const { personId, now } = keeping;
  if (!(await lockTotals(transaction, personId))) return fail(PERSON_GONE);
  const theirs = await listDrafts(transaction, personId);
  const row = theirs.find(({ id }) => id === draftId);
  const build = row && (await findBuild(transaction, draftId, buildId));
  if (!row || !build) return fail(NO_BUILD);
  const others = theirs.filter((one) => one !== row).map(stateAt(now()));
  if (stateAt(now())(row) === "expired" && !mayShowDraft(tier, others)) return fail(TOO_MANY);
  const placed = await placeFiles(transaction, personId, build.manifest);
  if (placed.missing.length > 0) return ok(placed.missing);
  const at = new Date(now());
  await markServed(transaction, buildId, placed.manifest, at);
  await changePublication(transaction, draftId, {
    buildId,
    hidden: build.hidden,
    publishedAt: at,
    expiresAt: new Date(draftEnd(tier, at.getTime())),
  });
  const earlier = (await listServedBuilds(transaction, draftId)).filter(({ id }) => id !== buildId);
  await deleteBuilds(
    transaction,
    earlier.map(({ id }) => id),
  );
  return ok([]);
}

/** Ends a link at once, with every copy of what it showed. Fails with `not-found`. */
export async function revokeDraft(
  { keeping, bucket }: Publishing,
  draftId: string,
): Promise<Result<void>> {
  const { database, personId, now } = keeping;
  if (!(await findDraft(database, personId, draftId))) return fail(NO_DRAFT);
  await revokeDraftRow(database, draftId, new Date(now()));
  await removeUnusedSiteFiles({ database, bucket }, personId);
  return ok(undefined);
}

const stateAt = (now: number) => (row: PublicationRow) => draftState(factsOf(row), now);

function viewOfDraft({ keeping, urlOf }: Publishing, row: PublicationRow): DraftLink {
  const state = stateAt(keeping.now())(row);
  return {
    id: row.id,
    url: urlOf(row.slug),
    // Revoked ones aren’t listed.
    state: state === "revoked" ? "expired" : state,
    hidden: row.hidden,
    updatedAt: row.publishedAt?.getTime() ?? null,
    expiresAt: row.expiresAt?.getTime() ?? 0,
  };
}

const NO_DRAFT: Failure = {
  kind: "not-found",
  message: "There is no such link to a draft any more.",
  nextStep: "Make a new link.",
  retryable: false,
};
export const TOO_MANY: Failure = {
  kind: "quota-exceeded",
  message: "You have as many links to drafts as you may have at a time.",
  nextStep: "Revoke one of them first, or wait until it ends; with an account there are more.",
  retryable: false,
};
const TOO_LARGE: Failure = {
  kind: "too-large",
  message: `A draft that is shown by a link may have ${DRAFT_LIMITS.siteBytes / 1_000_000} MB.`,
  nextStep: "Take large files out of it, or publish it.",
  retryable: false,
};
