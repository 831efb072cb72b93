import type { Publication } from "../../shared/api/publications.ts";
import { fail, ok, type Failure, type Result } from "../../shared/failure.ts";
import { PUBLISH_LIMITS } from "../../shared/limits.ts";
import { mayAddSite } from "../../shared/site/publication.ts";
import { parseSlug } from "../../shared/site/slug.ts";
import { lockTotals } from "../db/rows/blob-rows.ts";
import { findPortfolio } from "../db/rows/portfolio-rows.ts";
import {
  addPublication,
  changePublication,
  findBySlug,
  findPublication,
  isSlugTaken,
  listPublications,
  renamePublication,
} from "../db/rows/publication-rows.ts";
import { PERSON_GONE } from "../keys/data-key.ts";
import { rowIdOf, type Keeping } from "../storage/kept-portfolios.ts";
import { factsOf, type Publishing } from "./publishing.ts";
import { viewOf } from "./view.ts";

/**
 * Takes an address for a portfolio. Fails with `invalid` (the slug), `conflict` (somebody has it, or the
 * portfolio has one already), `quota-exceeded`, `not-found` without the portfolio in the account.
 */
export async function createPublication(
  publishing: Publishing,
  wanted: {
    readonly portfolioId: string;
    readonly slug: string;
    readonly noIndex: boolean;
    readonly contactForm: boolean;
    readonly password: string | null;
  },
): Promise<Result<Publication>> {
  const slug = parseSlug(wanted.slug);
  if (!slug.ok) return slug;
  const { keeping, tier, newId } = publishing;
  const { database, key, personId } = keeping;
  const portfolioId = await rowIdOf(key, wanted.portfolioId);
  const passwordHash = await hashOf(publishing, wanted.password);
  const id = newId();
  const made = await database.transaction(async (transaction) => {
    if (!(await lockTotals(transaction, personId))) return fail(PERSON_GONE);
    const portfolio = await findPortfolio(transaction, personId, portfolioId);
    if (!portfolio || portfolio.deletedAt !== null) return fail(NOT_IN_ACCOUNT);
    const theirs = await listPublications(transaction, personId);
    if (theirs.some((one) => one.portfolioId === portfolioId)) return fail(HAS_ONE);
    if (!mayAddSite(tier, theirs.map(factsOf))) return fail(TOO_MANY);
    const row = { id, ownerId: personId, portfolioId, slug: slug.value, passwordHash };
    const { noIndex, contactForm } = wanted;
    const added = await addPublication(transaction, { ...row, noIndex, contactForm });
    return added ? ok(id) : fail(TAKEN);
  });
  return made.ok ? readPublication(publishing, id) : made;
}

/** One site as its owner sees it. Fails with `not-found`. */
export async function readPublication(
  publishing: Publishing,
  id: string,
): Promise<Result<Publication>> {
  const row = await findPublication(publishing.keeping.database, publishing.keeping.personId, id);
  return row ? ok(await viewOf(publishing, row)) : fail(NO_SITE);
}

export async function listOwnPublications(publishing: Publishing): Promise<Publication[]> {
  const { database, personId } = publishing.keeping;
  const rows = await listPublications(database, personId);
  return Promise.all(rows.map((row) => viewOf(publishing, row)));
}

/** Another address, password or wish for search engines. Fails with `invalid` or `conflict` (the slug). */
export async function changeSite(
  publishing: Publishing,
  id: string,
  wanted: {
    readonly slug?: string | undefined;
    readonly noIndex?: boolean | undefined;
    readonly contactForm?: boolean | undefined;
    readonly password?: string | null | undefined;
  },
): Promise<Result<Publication>> {
  const { database, personId } = publishing.keeping;
  const slug = wanted.slug === undefined ? null : parseSlug(wanted.slug);
  if (slug && !slug.ok) return slug;
  const passwordHash =
    wanted.password === undefined ? undefined : await hashOf(publishing, wanted.password);
  const write = () =>
    database.transaction(async (transaction): Promise<Result<void>> => {
      if (!(await lockTotals(transaction, personId))) return fail(PERSON_GONE);
      const row = await findPublication(transaction, personId, id);
      if (!row) return fail(NO_SITE);
      if (slug && slug.value !== row.slug) {
        const { formerSlugs } = PUBLISH_LIMITS;
        if (!(await renamePublication(transaction, row, slug.value, formerSlugs))) {
          return fail(TAKEN);
        }
      }
      await changePublication(transaction, id, {
        ...(wanted.noIndex === undefined ? {} : { noIndex: wanted.noIndex }),
        ...(wanted.contactForm === undefined ? {} : { contactForm: wanted.contactForm }),
        ...(passwordHash === undefined ? {} : { passwordHash }),
      });
      return ok(undefined);
    });
  const written = await write().catch((error: unknown) => {
    if (isSlugTaken(error)) return fail(TAKEN);
    throw error;
  });
  return written.ok ? readPublication(publishing, id) : written;
}

/** Takes a site down; address and builds stay its owner's. Fails with `not-found`. */
export async function unpublishSite(
  publishing: Publishing,
  id: string,
): Promise<Result<Publication>> {
  const { database, personId, now } = publishing.keeping;
  const row = await findPublication(database, personId, id);
  if (!row) return fail(NO_SITE);
  await changePublication(database, id, { unpublishedAt: new Date(now()) });
  return readPublication(publishing, id);
}

/** Whether an address can be had by somebody (`null`: nobody known), and why not. */
export async function lookAtAddress(
  database: Keeping["database"],
  personId: string | null,
  raw: string,
): Promise<{ slug: string; state: "free" | "taken" | "yours" | "refused"; why: string }> {
  const parsed = parseSlug(raw);
  if (!parsed.ok) return { slug: raw, state: "refused", why: parsed.failure.message };
  const slug = parsed.value;
  const row = await findBySlug(database, slug);
  if (!row) return { slug, state: "free", why: "" };
  if (row.ownerId === personId) return { slug, state: "yours", why: "" };
  return { slug, state: "taken", why: TAKEN.message };
}

const hashOf = async ({ hashPassword }: Publishing, password: string | null) =>
  password === null ? null : hashPassword(password);

export const NO_SITE: Failure = {
  kind: "not-found",
  message: "There is no site at this address.",
  nextStep: "Check the address.",
  retryable: false,
};
const TAKEN: Failure = {
  kind: "conflict",
  message: "Somebody has this address.",
  nextStep: "Choose another one; a middle name or your work often does.",
  retryable: false,
};
const HAS_ONE: Failure = {
  kind: "conflict",
  message: "This portfolio has an address already.",
  nextStep: "Change that address instead, or delete it first.",
  retryable: false,
};
export const TOO_MANY: Failure = {
  kind: "quota-exceeded",
  message: "You have as many published sites as your account may have.",
  nextStep: "Take one of them down first; its visitors are told, and you keep its address.",
  retryable: false,
};
const NOT_IN_ACCOUNT: Failure = {
  kind: "not-found",
  message: "This portfolio isn’t in your account yet.",
  nextStep: "Wait until “in your account too” is said beside its name, and publish again.",
  retryable: true,
};
