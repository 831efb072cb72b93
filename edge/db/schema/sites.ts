/** What people publish, and what comes back: letters and visits. */
import { bigint, boolean, index, integer, pgTable, text, uniqueIndex } from "drizzle-orm/pg-core";
import { bytea, createdAt, moment } from "./columns.ts";
import { ownerId, portfolios } from "./portfolios.ts";

export const publications = pgTable(
  "publications",
  {
    id: text("id").primaryKey(),
    ownerId: ownerId(),
    portfolioId: text("portfolio_id")
      .notNull()
      .references(() => portfolios.id, { onDelete: "cascade" }),
    /** Public, hence readable. */
    slug: text("slug").notNull().unique(),
    domain: text("domain").unique(),
    domainVerifiedAt: moment("domain_verified_at"),
    /** Which build is served; the one before stays for a roll back. */
    buildId: text("build_id"),
    previousBuildId: text("previous_build_id"),
    passwordHash: text("password_hash"),
    noIndex: boolean("no_index").notNull().default(false),
    expiresAt: moment("expires_at"),
    createdAt: createdAt(),
    updatedAt: moment("updated_at").notNull().defaultNow(),
    unpublishedAt: moment("unpublished_at"),
  },
  (table) => [
    index("publications_of_person").on(table.ownerId, table.createdAt),
    index("publications_portfolio").on(table.portfolioId),
    index("publications_expiry").on(table.expiresAt),
  ],
);

/** A slug that a publication had: it redirects, and nobody else may have it. */
export const formerSlugs = pgTable(
  "former_slugs",
  {
    slug: text("slug").primaryKey(),
    publicationId: text("publication_id")
      .notNull()
      .references(() => publications.id, { onDelete: "cascade" }),
    createdAt: createdAt(),
  },
  (table) => [index("former_slugs_publication").on(table.publicationId)],
);

/** Letters through a site's contact form, sealed under the owner's key. */
export const siteMessages = pgTable(
  "site_messages",
  {
    id: text("id").primaryKey(),
    publicationId: text("publication_id")
      .notNull()
      .references(() => publications.id, { onDelete: "cascade" }),
    sealedLetter: bytea("sealed_letter").notNull(),
    createdAt: createdAt(),
    readAt: moment("read_at"),
  },
  (table) => [index("site_messages_inbox").on(table.publicationId, table.createdAt)],
);

/** One view or click. Nothing here names a visitor: the hash is salted anew each day. */
export const visits = pgTable(
  "visits",
  {
    id: bigint("id", { mode: "number" }).primaryKey().generatedAlwaysAsIdentity(),
    publicationId: text("publication_id")
      .notNull()
      .references(() => publications.id, { onDelete: "cascade" }),
    kind: text("kind").notNull(),
    /** The page or link. */
    target: text("target").notNull(),
    visitor: text("visitor").notNull(),
    /** The referrer's host. */
    referrer: text("referrer"),
    country: text("country"),
    device: text("device"),
    createdAt: createdAt(),
  },
  (table) => [
    index("visits_of_site").on(table.publicationId, table.createdAt),
    index("visits_created").on(table.createdAt),
  ],
);

/** A draft shown by link, without an account (R6.6). */
export const draftLinks = pgTable(
  "draft_links",
  {
    id: text("id").primaryKey(),
    ownerId: ownerId(),
    portfolioId: text("portfolio_id")
      .notNull()
      .references(() => portfolios.id, { onDelete: "cascade" }),
    tokenHash: text("token_hash").notNull(),
    revision: integer("revision").notNull().default(1),
    createdAt: createdAt(),
    expiresAt: moment("expires_at").notNull(),
    revokedAt: moment("revoked_at"),
  },
  (table) => [
    uniqueIndex("draft_links_token").on(table.tokenHash),
    index("draft_links_of_person").on(table.ownerId, table.createdAt),
    index("draft_links_portfolio").on(table.portfolioId),
    index("draft_links_expiry").on(table.expiresAt),
  ],
);
