import { sql, type SQL } from "drizzle-orm";

/** How a table's rows belong to a person, and what becomes of them. */
export interface OwnedTable {
  /** The column with the person's id; or the column with the id of a row of another owned table. */
  readonly owner: string | { readonly column: string; readonly of: OwnedTableName };
  /**
   * In the export of everything: as rows; as `files` (portfolios with contents, versions and CVs); as
   * `figures` (counted by day); or left out, with the reason.
   */
  readonly taken: "rows" | "files" | "figures" | { readonly leftOut: string };
  /** Columns of the rows that aren't taken: secrets, and ciphertext that is opened elsewhere. */
  readonly without?: readonly string[];
  /** Sealed columns: what is sealed in each, as `sealedNameOf` names it. */
  readonly sealed?: Readonly<Record<string, string>>;
  /**
   * What becomes of an anonymous person's rows when they get an account: they move, they go, or there
   * are none because it takes an account to have any.
   */
  readonly atSignUp: "moves" | "goes" | "none";
  /** The column that sorts the rows, where it isn't `id`. */
  readonly sort?: string;
}

const rows = (owner: OwnedTable["owner"], rest: Partial<OwnedTable> = {}): OwnedTable => ({
  owner,
  taken: "rows",
  atSignUp: "none",
  ...rest,
});
const partOf = (of: OwnedTableName, column: string) => ({ of, column });
const FILES = { taken: "files" } as const;

const NAMES = [
  "people",
  "sessions",
  "accounts",
  "passkeys",
  "api_keys",
  "person_keys",
  "person_totals",
  "pending_moves",
  "blobs",
  "portfolios",
  "portfolio_blobs",
  "versions",
  "version_blobs",
  "source_cvs",
  "conversations",
  "messages",
  "message_blobs",
  "ai_generations",
  "sandboxes",
  "sandbox_events",
  "snapshots",
  "snapshot_blobs",
  "publications",
  "site_builds",
  "site_files",
  "former_slugs",
  "site_domains",
  "site_messages",
  "visits",
  "visit_days",
  "site_reports",
  "elsewhere",
  "billing",
  "usage",
  "vault_keys",
  "audit_log",
] as const;
export type OwnedTableName = (typeof NAMES)[number];

/**
 * Every table that belongs to people, directly or through another table (R5.9). A test walks the schema
 * and fails for one that is missing here: so none is forgotten in the export or at deletion.
 */
export const OWNED_TABLES: Readonly<Record<OwnedTableName, OwnedTable>> = {
  // Name and address are ciphertext here; the export says them in plain.
  people: rows("id", { without: ["name", "email"], atSignUp: "goes" }),
  sessions: rows("user_id", { without: ["token"], atSignUp: "goes" }),
  accounts: rows("user_id", {
    without: ["password", "access_token", "refresh_token", "id_token"],
  }),
  passkeys: rows("user_id", { without: ["public_key"] }),
  api_keys: rows("owner_id", { without: ["hash"] }),
  person_keys: rows("person_id", {
    taken: { leftOut: "A wrapped key: it opens nothing outside, and what it opens is taken." },
    atSignUp: "goes",
  }),
  person_totals: rows("person_id", { sort: "person_id", atSignUp: "goes" }),
  pending_moves: rows("to_id", { sort: "from_id" }),
  blobs: rows("owner_id"),
  portfolios: rows("owner_id", FILES),
  portfolio_blobs: rows(partOf("portfolios", "portfolio_id"), FILES),
  versions: rows("owner_id", FILES),
  version_blobs: rows(partOf("versions", "version_id"), FILES),
  source_cvs: rows("owner_id", FILES),
  conversations: rows("owner_id", { sealed: { sealed_place: "place" } }),
  messages: rows(partOf("conversations", "conversation_id"), {
    sealed: { sealed_text: "text", sealed_tool_calls: "tool-calls", sealed_diffs: "diffs" },
  }),
  message_blobs: rows(partOf("messages", "message_id"), FILES),
  ai_generations: rows("owner_id", {
    sealed: { sealed_prompt: "prompt", sealed_answer: "answer" },
    atSignUp: "goes",
  }),
  sandboxes: rows("owner_id", { atSignUp: "moves" }),
  // They hang on their sandbox, which moves.
  sandbox_events: rows(partOf("sandboxes", "sandbox_id"), { atSignUp: "moves" }),
  // Under the anonymous person's key. The sandbox, which moves, has the files and keeps them anew.
  snapshots: rows("owner_id", {
    sealed: { sealed_tree: "tree", sealed_about: "about" },
    atSignUp: "goes",
  }),
  snapshot_blobs: rows(partOf("snapshots", "snapshot_id"), { ...FILES, atSignUp: "goes" }),
  // Without an account there are only links to drafts; they go on working.
  publications: rows("owner_id", { without: ["password_hash"], atSignUp: "moves" }),
  site_builds: rows("owner_id", { atSignUp: "moves" }),
  site_files: rows("owner_id", { sort: "hash", atSignUp: "moves" }),
  former_slugs: rows(partOf("publications", "publication_id"), { sort: "slug" }),
  site_domains: rows(partOf("publications", "publication_id"), { sort: "domain" }),
  site_messages: rows(partOf("publications", "publication_id"), {
    sealed: { sealed_letter: "letter" },
  }),
  visits: rows(partOf("publications", "publication_id"), { taken: "figures" }),
  visit_days: rows(partOf("publications", "publication_id")),
  site_reports: rows(partOf("publications", "publication_id"), {
    taken: { leftOut: "Words of somebody else, kept for whoever runs the service." },
    atSignUp: "moves",
  }),
  elsewhere: rows("owner_id", { sealed: { sealed_place: "place" } }),
  billing: rows("person_id", { sort: "person_id" }),
  usage: rows("person_id", { sort: "period", atSignUp: "moves" }),
  vault_keys: rows("owner_id", { without: ["sealed_key"] }),
  audit_log: rows("person_id", { atSignUp: "moves" }),
};
export const OWNED_TABLE_NAMES: readonly OwnedTableName[] = NAMES;

/** The name that a column of these tables is sealed under: what it is, and of which row. */
export const sealedNameOf = (table: OwnedTableName, what: string, rowId: string): string =>
  `${table} ${what} ${rowId}`;

/** Finds a person's rows in a table. */
export function ownedBy(table: OwnedTableName, personId: string): SQL {
  const { owner } = OWNED_TABLES[table];
  if (typeof owner === "string") return sql`${sql.identifier(owner)} = ${personId}`;
  return sql`${sql.identifier(owner.column)} in
    (select id from ${sql.identifier(owner.of)} where ${ownedBy(owner.of, personId)})`;
}
