/**
 * What people own. Names, labels and file trees are sealed under the person's key; ids of portfolios
 * are keyed hashes of the ids that browsers use, since those are made from names.
 */
import {
  bigint,
  boolean,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
} from "drizzle-orm/pg-core";
import { bytea, createdAt, moment } from "./columns.ts";
import { people } from "./people.ts";

export const ownerId = () =>
  text("owner_id")
    .notNull()
    .references(() => people.id, { onDelete: "cascade" });

/** A content, kept once for each person: compressed, encrypted, in the bucket under its id. */
export const blobs = pgTable(
  "blobs",
  {
    /** Keyed hash of the content's key; tells nothing about the content. */
    id: text("id").primaryKey(),
    ownerId: ownerId(),
    /** The bucket's name for it. Each try has its own, so that a late removal can't hit a new upload. */
    objectName: text("object_name").notNull(),
    /** Bytes of the content, and bytes as stored. */
    size: bigint("size", { mode: "number" }).notNull(),
    storedSize: bigint("stored_size", { mode: "number" }).notNull(),
    /** False until the bucket has it: a row comes first, so that nothing in the bucket is unknown. */
    stored: boolean("stored").notNull().default(false),
    createdAt: createdAt(),
    /** When it was last asked for by an upload: what nothing names is kept for a while after this. */
    touchedAt: moment("touched_at").notNull().defaultNow(),
  },
  (table) => [
    index("blobs_of_person").on(table.ownerId, table.createdAt),
    index("blobs_touched").on(table.touchedAt),
  ],
);

export const portfolios = pgTable(
  "portfolios",
  {
    id: text("id").primaryKey(),
    ownerId: ownerId(),
    /** Grows by one with each write; a writer names the one it has seen. */
    revision: integer("revision").notNull(),
    /** The owner's change number of the last write to it or its versions. */
    sequence: bigint("sequence", { mode: "number" }).notNull(),
    /** Id, name, template, times: what a list shows. */
    sealedSummary: bytea("sealed_summary").notNull(),
    /** Path → content key, and the version it descends from; empty once deleted. */
    sealedTree: bytea("sealed_tree").notNull(),
    fileCount: integer("file_count").notNull(),
    /** How often its conversation was changed; `null` where nothing was said yet. */
    conversationChanges: integer("conversation_changes"),
    createdAt: createdAt(),
    updatedAt: moment("updated_at").notNull().defaultNow(),
    /** A tombstone keeps the id and nothing else. */
    deletedAt: moment("deleted_at"),
  },
  (table) => [
    index("portfolios_changes").on(table.ownerId, table.sequence),
    index("portfolios_of_person").on(table.ownerId, table.updatedAt),
    index("portfolios_deleted").on(table.deletedAt),
  ],
);

const portfolioId = () =>
  text("portfolio_id")
    .notNull()
    .references(() => portfolios.id, { onDelete: "cascade" });

export const blobId = (name = "blob_id") =>
  text(name)
    .notNull()
    // Lets a person's rows go in any order, and stops a blob from going while something names it.
    .references(() => blobs.id, { onDelete: "no action" });

/** The contents of a portfolio's present files. */
export const portfolioBlobs = pgTable(
  "portfolio_blobs",
  { portfolioId: portfolioId(), blobId: blobId() },
  (table) => [
    primaryKey({ columns: [table.portfolioId, table.blobId] }),
    index("portfolio_blobs_blob").on(table.blobId),
  ],
);

/** A version is never changed. */
export const versions = pgTable(
  "versions",
  {
    /** Keyed hash of the id that the browser uses. */
    id: text("id").primaryKey(),
    portfolioId: portfolioId(),
    ownerId: ownerId(),
    sequence: bigint("sequence", { mode: "number" }).notNull(),
    kind: text("kind").notNull(),
    /** Id, parent, label: what a list shows. */
    sealedSummary: bytea("sealed_summary").notNull(),
    sealedTree: bytea("sealed_tree").notNull(),
    fileCount: integer("file_count").notNull(),
    createdAt: createdAt(),
  },
  (table) => [
    index("versions_of_portfolio").on(table.portfolioId, table.sequence),
    index("versions_of_person").on(table.ownerId),
  ],
);

export const versionBlobs = pgTable(
  "version_blobs",
  {
    versionId: text("version_id")
      .notNull()
      .references(() => versions.id, { onDelete: "cascade" }),
    blobId: blobId(),
  },
  (table) => [
    primaryKey({ columns: [table.versionId, table.blobId] }),
    index("version_blobs_blob").on(table.blobId),
  ],
);

/** The CV that a portfolio came from; there only while its owner agrees. */
export const sourceCvs = pgTable(
  "source_cvs",
  {
    portfolioId: portfolioId().primaryKey(),
    ownerId: ownerId(),
    consentedAt: moment("consented_at").notNull(),
    /** The file. */
    blobId: blobId(),
    /** What was read of it: document and extraction. */
    readingBlobId: text("reading_blob_id").references(() => blobs.id, { onDelete: "no action" }),
    sealedSummary: bytea("sealed_summary").notNull(),
    sequence: bigint("sequence", { mode: "number" }).notNull(),
    createdAt: createdAt(),
  },
  (table) => [
    index("source_cvs_of_person").on(table.ownerId, table.createdAt),
    index("source_cvs_blob").on(table.blobId),
    index("source_cvs_reading").on(table.readingBlobId),
  ],
);

/** What was said about a portfolio: one each, under its portfolio's id. */
export const conversations = pgTable(
  "conversations",
  {
    id: text("id").primaryKey(),
    portfolioId: portfolioId(),
    ownerId: ownerId(),
    /** The shown branch and the locks, each with its moment; `null` where nobody chose any. */
    sealedPlace: bytea("sealed_place"),
    createdAt: createdAt(),
    updatedAt: moment("updated_at").notNull().defaultNow(),
  },
  (table) => [
    index("conversations_of_portfolio").on(table.portfolioId, table.updatedAt),
    index("conversations_of_person").on(table.ownerId, table.updatedAt),
  ],
);

/** Each part is JSON; long texts in it are in the bucket (`edge/storage/message-parts.ts`). */
export const messages = pgTable(
  "messages",
  {
    /** Keyed hash of the id that the browser uses, and its portfolio's. */
    id: text("id").primaryKey(),
    conversationId: text("conversation_id")
      .notNull()
      .references(() => conversations.id, { onDelete: "cascade" }),
    /** Which change of the conversation, 1, 2, 3 …, made it what it is. */
    position: integer("position").notNull(),
    role: text("role").notNull(),
    /** All but what the following two have. */
    sealedText: bytea("sealed_text").notNull(),
    /** What a model did to answer: the calls of tools with their results. */
    sealedToolCalls: bytea("sealed_tool_calls"),
    /** What the message changed, file by file. */
    sealedDiffs: bytea("sealed_diffs"),
    model: text("model"),
    inputTokens: integer("input_tokens").notNull().default(0),
    outputTokens: integer("output_tokens").notNull().default(0),
    cachedTokens: integer("cached_tokens").notNull().default(0),
    /** When it was said. */
    createdAt: createdAt(),
  },
  (table) => [
    uniqueIndex("messages_of_conversation").on(table.conversationId, table.position),
    index("messages_said").on(table.conversationId, table.createdAt),
  ],
);

export const messageBlobs = pgTable(
  "message_blobs",
  {
    messageId: text("message_id")
      .notNull()
      .references(() => messages.id, { onDelete: "cascade" }),
    blobId: blobId(),
  },
  (table) => [
    primaryKey({ columns: [table.messageId, table.blobId] }),
    index("message_blobs_blob").on(table.blobId),
  ],
);

/** What a model was asked and gave (R5.3). */
export const aiGenerations = pgTable(
  "ai_generations",
  {
    id: text("id").primaryKey(),
    ownerId: ownerId(),
    portfolioId: text("portfolio_id").references(() => portfolios.id, { onDelete: "set null" }),
    /** What it was for: `cv-extract`, `hero`, `skills` … */
    component: text("component").notNull(),
    sealedPrompt: bytea("sealed_prompt").notNull(),
    sealedAnswer: bytea("sealed_answer").notNull(),
    model: text("model").notNull(),
    inputTokens: integer("input_tokens").notNull(),
    outputTokens: integer("output_tokens").notNull(),
    cachedTokens: integer("cached_tokens").notNull().default(0),
    /** Tokens that were written into the provider's cache; part of `inputTokens`, as the cached are. */
    cacheWriteTokens: integer("cache_write_tokens").notNull().default(0),
    /** Millionths of a US dollar by the list of that day; `null` for a model whose price isn't known. */
    costMicros: bigint("cost_micros", { mode: "number" }),
    /** What the same tokens had cost without the provider's cache. */
    uncachedMicros: bigint("uncached_micros", { mode: "number" }),
    /** … and by writing whole files besides. */
    wholeFilesMicros: bigint("whole_files_micros", { mode: "number" }),
    /** The person's message that it was part of, as its sender named it. */
    messageId: text("message_id"),
    /** It mended the agent's own error: charged to nobody (R4.9). */
    isRepair: boolean("is_repair").notNull().default(false),
    /** The person's own key that paid; `null`: the service's. */
    vaultKeyId: text("vault_key_id"),
    /** The API key that the call came with; `null`: from the app. */
    apiKeyId: text("api_key_id"),
    /** Keyed hash of everything the answer depends on. */
    cacheKey: text("cache_key").notNull(),
    createdAt: createdAt(),
  },
  (table) => [
    index("ai_generations_of_person").on(table.ownerId, table.createdAt),
    index("ai_generations_cache").on(table.ownerId, table.cacheKey, table.createdAt),
    index("ai_generations_portfolio").on(table.portfolioId),
    index("ai_generations_created").on(table.createdAt),
  ],
);
