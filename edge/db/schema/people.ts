/**
 * Who uses the service. The tables of better-auth have the column names that its adapter looks for
 * (the properties here); e-mail addresses and names in them are ciphertext (`edge/keys/README.md`).
 */
import { bigint, boolean, index, integer, pgTable, text, uniqueIndex } from "drizzle-orm/pg-core";
import { bytea, createdAt, moment } from "./columns.ts";

const updatedAt = () => moment("updated_at").notNull().defaultNow();

/** better-auth's `user`. */
export const people = pgTable(
  "people",
  {
    id: text("id").primaryKey(),
    name: text("name").notNull(),
    email: text("email").notNull().unique(),
    emailVerified: boolean("email_verified").notNull().default(false),
    image: text("image"),
    isAnonymous: boolean("is_anonymous").default(false),
    /** `registered` or `premium`; an anonymous person's tier follows from `isAnonymous`. */
    tier: text("tier").notNull().default("registered"),
    /** Which master key wraps the keys of the person's Durable Objects, as far as it was looked at. */
    objectsMasterKeyId: text("objects_master_key_id"),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (table) => [
    index("people_created").on(table.createdAt),
    index("people_objects_key").on(table.objectsMasterKeyId),
  ],
);

const personId = (name = "user_id") =>
  text(name)
    .notNull()
    .references(() => people.id, { onDelete: "cascade" });

/** better-auth's `session`. */
export const sessions = pgTable(
  "sessions",
  {
    id: text("id").primaryKey(),
    expiresAt: moment("expires_at").notNull(),
    token: text("token").notNull().unique(),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
    ipAddress: text("ip_address"),
    userAgent: text("user_agent"),
    userId: personId(),
  },
  (table) => [
    index("sessions_of_person").on(table.userId, table.createdAt),
    index("sessions_expiry").on(table.expiresAt),
  ],
);

/** better-auth's `account`: a way of signing in. */
export const accounts = pgTable(
  "accounts",
  {
    id: text("id").primaryKey(),
    accountId: text("account_id").notNull(),
    providerId: text("provider_id").notNull(),
    userId: personId(),
    accessToken: text("access_token"),
    refreshToken: text("refresh_token"),
    idToken: text("id_token"),
    accessTokenExpiresAt: moment("access_token_expires_at"),
    refreshTokenExpiresAt: moment("refresh_token_expires_at"),
    scope: text("scope"),
    password: text("password"),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (table) => [
    index("accounts_of_person").on(table.userId),
    index("accounts_of_provider").on(table.providerId, table.accountId),
  ],
);

/** better-auth's `verification`: short-lived proofs (reset links, passkey challenges). */
export const verifications = pgTable(
  "verifications",
  {
    id: text("id").primaryKey(),
    identifier: text("identifier").notNull(),
    value: text("value").notNull(),
    expiresAt: moment("expires_at").notNull(),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (table) => [
    index("verifications_identifier").on(table.identifier),
    index("verifications_expiry").on(table.expiresAt),
  ],
);

/** better-auth's `passkey`. */
export const passkeys = pgTable(
  "passkeys",
  {
    id: text("id").primaryKey(),
    name: text("name"),
    publicKey: text("public_key").notNull(),
    userId: personId(),
    credentialID: text("credential_id").notNull(),
    counter: integer("counter").notNull(),
    deviceType: text("device_type").notNull(),
    backedUp: boolean("backed_up").notNull(),
    transports: text("transports"),
    createdAt: moment("created_at").defaultNow(),
    aaguid: text("aaguid"),
  },
  (table) => [
    index("passkeys_of_person").on(table.userId),
    index("passkeys_credential").on(table.credentialID),
  ],
);

/** Keys for the API; only their SHA-256 is kept. */
export const apiKeys = pgTable(
  "api_keys",
  {
    id: text("id").primaryKey(),
    ownerId: personId("owner_id"),
    name: text("name").notNull(),
    /** Its first letters, to tell it from others. */
    start: text("start").notNull(),
    hash: bytea("hash").notNull(),
    /** Each a `KeyScope`, with a space in between. */
    scopes: text("scopes").notNull(),
    requests: bigint("requests", { mode: "number" }).notNull().default(0),
    usedAt: moment("used_at"),
    expiresAt: moment("expires_at"),
    createdAt: createdAt(),
  },
  (table) => [
    index("api_keys_of_person").on(table.ownerId, table.createdAt),
    uniqueIndex("api_keys_hash").on(table.hash),
  ],
);

/** A person's data key, wrapped by a master key. Without this row nothing of theirs can be read. */
export const personKeys = pgTable(
  "person_keys",
  {
    personId: personId("person_id").primaryKey(),
    /** Which master key wraps it. */
    masterKeyId: text("master_key_id").notNull(),
    wrappedKey: bytea("wrapped_key").notNull(),
    createdAt: createdAt(),
    rotatedAt: moment("rotated_at"),
  },
  (table) => [index("person_keys_master").on(table.masterKeyId)],
);

/** Totals that must be exact under concurrency; the row is the lock. */
export const personTotals = pgTable("person_totals", {
  personId: personId("person_id").primaryKey(),
  /** Counts the changes of portfolios and versions; each carries the number it was given. */
  sequence: bigint("sequence", { mode: "number" }).notNull().default(0),
  /** Bytes of blobs as stored. */
  storedBytes: bigint("stored_bytes", { mode: "number" }).notNull().default(0),
});

/**
 * An anonymous person's work that is on its way to the account they signed up for or in to. The row
 * stays until all of it has arrived, so that a move that was cut goes on.
 */
export const pendingMoves = pgTable(
  "pending_moves",
  {
    /** The anonymous person, who may be gone already. */
    fromId: text("from_id").primaryKey(),
    toId: personId("to_id"),
    createdAt: createdAt(),
  },
  (table) => [
    index("pending_moves_to").on(table.toId),
    index("pending_moves_created").on(table.createdAt),
  ],
);

/** Why a person's tier is what it is (R6.8): what Stripe says of them, or what the operator set. */
export const billing = pgTable("billing", {
  personId: personId("person_id").primaryKey(),
  /** Stripe's id of them. */
  customerId: text("customer_id").unique(),
  /** Stripe's word for their subscription, as it was when last asked. */
  status: text("status"),
  /** Until when it is paid. */
  paidUntil: moment("paid_until"),
  /** It ends then. */
  ends: boolean("ends").notNull().default(false),
  /** The tier that the operator set; it goes before the subscription. */
  grantedTier: text("granted_tier"),
  updatedAt: updatedAt(),
});
