/** What runs the service: what is used, what was done, what is switched, what went wrong. */
import {
  bigint,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
} from "drizzle-orm/pg-core";
import { bytea, createdAt, moment } from "./columns.ts";
import { people } from "./people.ts";
import { ownerId } from "./portfolios.ts";

/** What a person used of each billable act in a period (R5.5). */
export const usage = pgTable(
  "usage",
  {
    personId: text("person_id")
      .notNull()
      .references(() => people.id, { onDelete: "cascade" }),
    act: text("act").notNull(),
    /** `2026-11` or `2026-11-21`, UTC. */
    period: text("period").notNull(),
    count: bigint("count", { mode: "number" }).notNull().default(0),
    /** In the act's unit: tokens, bytes, millionths of a dollar. */
    amount: bigint("amount", { mode: "number" }).notNull().default(0),
    updatedAt: moment("updated_at").notNull().defaultNow(),
  },
  (table) => [
    primaryKey({ columns: [table.personId, table.period, table.act] }),
    index("usage_period").on(table.period, table.act),
  ],
);

/** Keys of the service itself, wrapped by a master key: what must be found by its text is under one. */
export const serviceKeys = pgTable("service_keys", {
  name: text("name").primaryKey(),
  masterKeyId: text("master_key_id").notNull(),
  wrappedKey: bytea("wrapped_key").notNull(),
  createdAt: createdAt(),
  rotatedAt: moment("rotated_at"),
});

/** Keys of people for models and hosts (R4.6), sealed; never sent back. */
export const vaultKeys = pgTable(
  "vault_keys",
  {
    id: text("id").primaryKey(),
    ownerId: ownerId(),
    provider: text("provider").notNull(),
    sealedKey: bytea("sealed_key").notNull(),
    /** The last characters, to tell one from another. */
    ending: text("ending").notNull(),
    createdAt: createdAt(),
    usedAt: moment("used_at"),
    revokedAt: moment("revoked_at"),
  },
  (table) => [index("vault_keys_of_person").on(table.ownerId, table.createdAt)],
);

/** What was done that matters for safety. It outlives the person, without saying who they were. */
export const auditLog = pgTable(
  "audit_log",
  {
    id: bigint("id", { mode: "number" }).primaryKey().generatedAlwaysAsIdentity(),
    personId: text("person_id").references(() => people.id, { onDelete: "set null" }),
    /** `sign-in`, `password-change`, `export`, `delete-account`, `key-rotation` … */
    act: text("act").notNull(),
    requestId: text("request_id"),
    /** Nothing of a person's content. */
    detail: jsonb("detail"),
    createdAt: createdAt(),
  },
  (table) => [
    index("audit_log_of_person").on(table.personId, table.createdAt),
    index("audit_log_created").on(table.createdAt),
  ],
);

/** Features switched by share of people, sticky per person (R5.5). */
export const featureSwitches = pgTable("feature_switches", {
  name: text("name").primaryKey(),
  /** 0–100. */
  percent: integer("percent").notNull(),
  updatedAt: moment("updated_at").notNull().defaultNow(),
});

/** What the operator was told, once (R5.7). */
export const incidents = pgTable(
  "incidents",
  {
    id: text("id").primaryKey(),
    kind: text("kind").notNull(),
    detail: jsonb("detail"),
    openedAt: moment("opened_at").notNull().defaultNow(),
    toldAt: moment("told_at"),
    closedAt: moment("closed_at"),
  },
  (table) => [
    index("incidents_opened").on(table.openedAt),
    index("incidents_open").on(table.kind, table.closedAt),
  ],
);

export const backups = pgTable(
  "backups",
  {
    id: text("id").primaryKey(),
    /** The day, UTC: one backup a day. */
    day: text("day").notNull(),
    status: text("status").notNull(),
    rows: bigint("rows", { mode: "number" }).notNull().default(0),
    bytes: bigint("bytes", { mode: "number" }).notNull().default(0),
    createdAt: createdAt(),
    endedAt: moment("ended_at"),
  },
  (table) => [
    uniqueIndex("backups_day").on(table.day),
    index("backups_created").on(table.createdAt),
  ],
);
