import { OWNED_TABLE_NAMES, OWNED_TABLES, sealedNameOf } from "../db/rows/owned-tables.ts";
import type { OwnedTableName } from "../db/rows/owned-tables.ts";
import {
  readOwnedRows,
  readVisitFigures,
  ROWS_A_PAGE,
  type OwnedRow,
} from "../db/rows/owned-rows.ts";
import type { PersonKey } from "../keys/person-key.ts";
import type { Tree } from "../storage/kept-tree.ts";
import { keysIn } from "../storage/message-parts.ts";
import type { Keeping } from "../storage/kept-portfolios.ts";
import type { ZipEntry } from "../storage/zip-stream.ts";
import { json } from "./json-file.ts";

/** Contents by their keys, each that isn't in `written` yet; what is no longer kept is left out. */
export async function* contentsOnce(
  { blobs }: Pick<Keeping, "blobs">,
  keys: readonly string[],
  written: Set<string>,
): AsyncGenerator<ZipEntry> {
  const due = [...new Set(keys)].filter((key) => !written.has(key));
  for await (const { key, bytes } of blobs.readEach(due)) {
    written.add(key);
    if (bytes) yield { path: `contents/${key}`, bytes };
  }
}

/** Which contents a row names, where a table's rows do. */
const NAMED_BY: Partial<Record<OwnedTableName, (row: PlainRow) => readonly string[]>> = {
  snapshots: ({ tree }) => Object.values((tree ?? {}) as Tree),
  messages: (row) => ["text", "tool-calls", "diffs"].flatMap((part) => keysIn(row[part])),
};
const none = (): readonly string[] => [];
type PlainRow = Readonly<Record<string, unknown>>;

/**
 * Rows of every owned table that is taken as rows or figures, a page a file; empty tables have none.
 * Snapshots and messages bring the contents that they name, as versions do.
 */
export async function* recordsOf(keeping: Keeping, written: Set<string>): AsyncGenerator<ZipEntry> {
  for (const table of OWNED_TABLE_NAMES) {
    const { taken } = OWNED_TABLES[table];
    if (taken !== "rows" && taken !== "figures") continue;
    for (let page = 0; ; page += 1) {
      const rows = await readPage(keeping, table, page);
      const name = page === 0 ? table : `${table}-${page + 1}`;
      if (rows.length > 0) yield { path: `records/${name}.json`, bytes: json(rows) };
      yield* contentsOnce(keeping, rows.flatMap(NAMED_BY[table] ?? none), written);
      if (rows.length < ROWS_A_PAGE) break;
    }
  }
}

async function readPage(
  { database, personId, key }: Keeping,
  table: OwnedTableName,
  page: number,
): Promise<readonly PlainRow[]> {
  if (OWNED_TABLES[table].taken === "figures") return readVisitFigures(database, personId, page);
  const rows = await readOwnedRows(database, table, personId, page);
  return Promise.all(rows.map((row) => opened(key, table, row)));
}

/** The row with what is sealed in it in plain: JSON as such, else text. */
async function opened(key: PersonKey, table: OwnedTableName, { row, sealed }: OwnedRow) {
  const plain: Record<string, unknown> = { ...row };
  for (const [what, bytes] of Object.entries(sealed)) {
    const content = await key.unseal(bytes, sealedNameOf(table, what, String(row["id"])));
    plain[what] = content ? parsed(new TextDecoder().decode(content)) : null;
  }
  return plain;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return text;
  }
}
