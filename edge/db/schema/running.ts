/** What runs for people: hosted sandboxes and their snapshots. Jobs are in Durable Objects alone. */
import { bigint, index, jsonb, pgTable, primaryKey, text } from "drizzle-orm/pg-core";
import { bytea, createdAt, moment } from "./columns.ts";
import { blobId, ownerId, portfolios } from "./portfolios.ts";

const portfolioId = () =>
  text("portfolio_id").references(() => portfolios.id, { onDelete: "set null" });

/** A hosted sandbox and where it stands (R3.7). */
export const sandboxes = pgTable(
  "sandboxes",
  {
    id: text("id").primaryKey(),
    ownerId: ownerId(),
    portfolioId: portfolioId(),
    /** The provider's own id; empty until it has one. */
    providerId: text("provider_id"),
    state: text("state").notNull(),
    createdAt: createdAt(),
    /** When somebody last used it. */
    activeAt: moment("active_at").notNull().defaultNow(),
    stateAt: moment("state_at").notNull().defaultNow(),
  },
  (table) => [
    index("sandboxes_of_person").on(table.ownerId, table.createdAt),
    index("sandboxes_by_state").on(table.state, table.activeAt),
    index("sandboxes_portfolio").on(table.portfolioId),
    index("sandboxes_provider").on(table.providerId),
  ],
);

/** Each move of a sandbox from state to state. */
export const sandboxEvents = pgTable(
  "sandbox_events",
  {
    id: bigint("id", { mode: "number" }).primaryKey().generatedAlwaysAsIdentity(),
    sandboxId: text("sandbox_id")
      .notNull()
      .references(() => sandboxes.id, { onDelete: "cascade" }),
    from: text("from_state"),
    to: text("to_state").notNull(),
    reason: text("reason").notNull(),
    /** Milliseconds it was in the state before. */
    afterMs: bigint("after_ms", { mode: "number" }),
    detail: jsonb("detail"),
    createdAt: createdAt(),
  },
  (table) => [
    index("sandbox_events_of_sandbox").on(table.sandboxId, table.id),
    index("sandbox_events_created").on(table.createdAt),
  ],
);

/** Files of a sandbox at a moment, kept before it is stopped, archived or removed. */
export const snapshots = pgTable(
  "snapshots",
  {
    id: text("id").primaryKey(),
    ownerId: ownerId(),
    portfolioId: portfolioId(),
    sandboxId: text("sandbox_id").references(() => sandboxes.id, { onDelete: "set null" }),
    /** `stop`, `archive`, `deletion`. */
    kind: text("kind").notNull(),
    /** Bytes of all files. */
    size: bigint("size", { mode: "number" }).notNull(),
    sealedTree: bytea("sealed_tree").notNull(),
    /** What comes back beside the files: conversation, the terminal's folder. */
    sealedAbout: bytea("sealed_about"),
    createdAt: createdAt(),
    expiresAt: moment("expires_at"),
  },
  (table) => [
    index("snapshots_of_person").on(table.ownerId, table.createdAt),
    index("snapshots_of_portfolio").on(table.portfolioId, table.createdAt),
    index("snapshots_of_sandbox").on(table.sandboxId, table.createdAt),
    index("snapshots_expiry").on(table.expiresAt),
  ],
);

export const snapshotBlobs = pgTable(
  "snapshot_blobs",
  {
    snapshotId: text("snapshot_id")
      .notNull()
      .references(() => snapshots.id, { onDelete: "cascade" }),
    blobId: blobId(),
  },
  (table) => [
    primaryKey({ columns: [table.snapshotId, table.blobId] }),
    index("snapshot_blobs_blob").on(table.blobId),
  ],
);
