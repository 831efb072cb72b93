/** What people publish, and what comes back: letters and visits. */
import { sql } from "drizzle-orm";
import {
  bigint,
  boolean,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
} from "drizzle-orm/pg-core";
import type { CertificateState } from "../../../shared/site/own-domain.ts";
import { bytea, createdAt, moment } from "./columns.ts";
import { ownerId, portfolios } from "./portfolios.ts";
import type { ReportReason } from "../../../shared/site/report.ts";
import type { Hideable } from "../../../shared/site/hidden-fields.ts";

export interface BuiltFile {
  readonly hash: string;
  readonly size: number;
  /** Where the bucket has it, and whether it is in Brotli there. */
  readonly object?: string;
  readonly packed?: boolean;
}

export const publications = pgTable(
  "publications",
  {
    id: text("id").primaryKey(),
    ownerId: ownerId(),
    /** `null`: a draft, which may be of a portfolio that no account keeps. */
    portfolioId: text("portfolio_id").references(() => portfolios.id, { onDelete: "cascade" }),
    /**
     * A draft shown by link (R6.6): a hash of the portfolio’s id in the browser, the same before and after
     * its owner gets an account. Such a row is no site: `edge/db/rows/draft-rows.ts` alone gives it.
     */
    draftOf: text("draft_of"),
    /** Public, hence readable; a draft’s can’t be guessed. */
    slug: text("slug").notNull().unique(),
    /** Which build is served; earlier ones stay for a roll back. */
    buildId: text("build_id"),
    passwordHash: text("password_hash"),
    noIndex: boolean("no_index").notNull().default(false),
    /** Whether letters are taken for its owner. */
    contactForm: boolean("contact_form").notNull().default(true),
    /** Fields of the résumé that aren't shown. */
    hidden: jsonb("hidden").$type<Hideable[]>().notNull().default(["phone", "street"]),
    expiresAt: moment("expires_at"),
    createdAt: createdAt(),
    updatedAt: moment("updated_at").notNull().defaultNow(),
    publishedAt: moment("published_at"),
    unpublishedAt: moment("unpublished_at"),
    /** The operator took it down: it isn't served, whatever its owner does. */
    takenDownAt: moment("taken_down_at"),
  },
  (table) => [
    index("publications_of_person").on(table.ownerId, table.createdAt),
    index("publications_portfolio").on(table.portfolioId),
    index("publications_draft").on(table.ownerId, table.draftOf),
    index("publications_expiry").on(table.expiresAt),
  ],
);

/** What a site consisted of at one time; never changed after it was served. */
export const siteBuilds = pgTable(
  "site_builds",
  {
    id: text("id").primaryKey(),
    publicationId: text("publication_id")
      .notNull()
      .references(() => publications.id, { onDelete: "cascade" }),
    ownerId: ownerId(),
    /** Path → hash and size of its content; from when it is served on, also where the bucket has it. */
    manifest: jsonb("manifest").$type<Record<string, BuiltFile>>().notNull(),
    /** What was left out of it. */
    hidden: jsonb("hidden").$type<Hideable[]>().notNull(),
    /** Bytes of its files before compression. */
    size: bigint("size", { mode: "number" }).notNull(),
    createdAt: createdAt(),
    /** Null while its files are on their way. */
    servedAt: moment("served_at"),
  },
  (table) => [
    index("site_builds_of_publication").on(table.publicationId, table.createdAt),
    index("site_builds_of_person").on(table.ownerId),
    index("site_builds_served").on(table.servedAt, table.createdAt),
  ],
);

/**
 * A file of somebody's sites, once a person. Public, hence neither sealed nor among the contents that are;
 * what no build of theirs names goes.
 */
export const siteFiles = pgTable(
  "site_files",
  {
    ownerId: ownerId(),
    /** SHA-256 of the content in hex. */
    hash: text("hash").notNull(),
    /** The bucket's name for it; each upload has its own. */
    objectName: text("object_name").notNull(),
    /** Bytes of the content, and bytes as stored. */
    size: bigint("size", { mode: "number" }).notNull(),
    storedSize: bigint("stored_size", { mode: "number" }).notNull(),
    /** Stored in Brotli. */
    isPacked: boolean("is_packed").notNull(),
    /** False until the bucket has it. */
    stored: boolean("stored").notNull().default(false),
    createdAt: createdAt(),
  },
  (table) => [primaryKey({ columns: [table.ownerId, table.hash] })],
);

/** A domain of a site’s own (R6.1). Several may ask for one; who proves it has it. */
export const siteDomains = pgTable(
  "site_domains",
  {
    publicationId: text("publication_id")
      .primaryKey()
      .references(() => publications.id, { onDelete: "cascade" }),
    /** In lower case and Punycode, without a dot at its end. */
    domain: text("domain").notNull(),
    /** What a text record of the domain has to say. */
    token: text("token").notNull(),
    /** The site’s other address leads here; else it stays beside. */
    redirects: boolean("redirects").notNull().default(true),
    createdAt: createdAt(),
    /** When DNS was asked last, and said something. */
    checkedAt: moment("checked_at"),
    verifiedAt: moment("verified_at"),
    /** Since when it doesn’t lead here any more. */
    failingSince: moment("failing_since"),
    /** The certificate’s name with who issues it, and `pending` or `active`. */
    certificateId: text("certificate_id"),
    certificateState: text("certificate_state").$type<CertificateState>(),
  },
  (table) => [
    uniqueIndex("site_domains_verified")
      .on(table.domain)
      .where(sql`${table.verifiedAt} is not null`),
    index("site_domains_checked").on(table.checkedAt),
  ],
);

/** Certificates that nobody needs any more, until their issuer has been told. */
export const endedCertificates = pgTable("ended_certificates", {
  id: text("id").primaryKey(),
  createdAt: createdAt(),
});

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
    /** The challenge that it answered: each is good for one letter, so that sending again adds none. */
    challenge: text("challenge"),
    createdAt: createdAt(),
    readAt: moment("read_at"),
    archivedAt: moment("archived_at"),
  },
  (table) => [
    index("site_messages_inbox").on(table.publicationId, table.createdAt),
    uniqueIndex("site_messages_challenge").on(table.publicationId, table.challenge),
  ],
);

/**
 * One view or click, or an owner who was seen (`own`): what the same visitor did that day isn’t counted.
 * Nothing here names a visitor: the hash is salted anew each day.
 */
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

/** Visits counted by day, for good: what is left of them when the visits themselves are gone. */
export const visitDays = pgTable(
  "visit_days",
  {
    id: bigint("id", { mode: "number" }).primaryKey().generatedAlwaysAsIdentity(),
    publicationId: text("publication_id")
      .notNull()
      .references(() => publications.id, { onDelete: "cascade" }),
    /** `2026-11-21`, UTC. */
    day: text("day").notNull(),
    /** What is counted: `all`, or by `page`, `referrer`, `country`, `device`; clicks by `link`. */
    part: text("part").notNull(),
    /** Which page, host, country … it is; empty for `all`, and where it isn’t known. */
    name: text("name").notNull(),
    count: integer("count").notNull(),
    visitors: integer("visitors").notNull(),
  },
  (table) => [
    uniqueIndex("visit_days_of_site").on(table.publicationId, table.part, table.day, table.name),
  ],
);

/** What visitors’ hashes of a day are salted with; gone when the day is over, and in no backup. */
export const visitSalts = pgTable("visit_salts", {
  /** `2026-11-21`, UTC. */
  day: text("day").primaryKey(),
  salt: bytea("salt").notNull(),
});

/** What a visitor says is wrong with a site, for the operator; gone once it has been dealt with. */
export const siteReports = pgTable(
  "site_reports",
  {
    id: text("id").primaryKey(),
    publicationId: text("publication_id")
      .notNull()
      .references(() => publications.id, { onDelete: "cascade" }),
    reason: text("reason").$type<ReportReason>().notNull(),
    words: text("words").notNull(),
    createdAt: createdAt(),
  },
  (table) => [
    index("site_reports_of_site").on(table.publicationId),
    index("site_reports_created").on(table.createdAt),
  ],
);

/** Where a portfolio stands with another host (R2.6): one place at each. */
export const elsewhere = pgTable(
  "elsewhere",
  {
    id: text("id").primaryKey(),
    ownerId: ownerId(),
    portfolioId: text("portfolio_id")
      .notNull()
      .references(() => portfolios.id, { onDelete: "cascade" }),
    /** `github`, `netlify`, `vercel`. */
    host: text("host").notNull(),
    /** Names and addresses over there, what was sent last, and what is on its way. */
    sealedPlace: bytea("sealed_place").notNull(),
    createdAt: createdAt(),
    updatedAt: moment("updated_at").notNull().defaultNow(),
  },
  (table) => [
    uniqueIndex("elsewhere_place").on(table.portfolioId, table.host),
    index("elsewhere_of_person").on(table.ownerId, table.createdAt),
  ],
);
