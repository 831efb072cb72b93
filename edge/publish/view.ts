import type { Publication } from "../../shared/api/publications.ts";
import { siteState } from "../../shared/site/publication.ts";
import { findPortfolio } from "../db/rows/portfolio-rows.ts";
import {
  findServedDomain,
  listFormerSlugs,
  listServedBuilds,
  type PublicationRow,
} from "../db/rows/publication-rows.ts";
import { portfolioIdOf } from "../storage/kept-portfolios.ts";
import { factsOf, type Publishing } from "./publishing.ts";

/** A site as its owner sees it. */
export async function viewOf(
  { keeping, urlOf, domainUrlOf }: Pick<Publishing, "keeping" | "urlOf" | "domainUrlOf">,
  row: PublicationRow,
): Promise<Publication> {
  const { database, key, personId, now } = keeping;
  const portfolio = row.portfolioId && (await findPortfolio(database, personId, row.portfolioId));
  const own = await findServedDomain(database, row.id);
  const builds = await listServedBuilds(database, row.id);
  return {
    id: row.id,
    portfolioId: portfolio ? await portfolioIdOf(key, portfolio) : "",
    slug: row.slug,
    url: own === null ? urlOf(row.slug) : domainUrlOf(own),
    state: siteState(factsOf(row), now()),
    buildId: row.buildId,
    builds: builds.map(({ id, createdAt, size }) => ({ id, at: createdAt.getTime(), bytes: size })),
    noIndex: row.noIndex,
    contactForm: row.contactForm,
    hasPassword: row.passwordHash !== null,
    hidden: row.hidden,
    publishedAt: row.publishedAt?.getTime() ?? null,
    expiresAt: row.expiresAt?.getTime() ?? null,
    formerSlugs: [...(await listFormerSlugs(database, row.id))],
  };
}
