import { getTableConfig, PgTable } from "drizzle-orm/pg-core";
import { describe, expect, test } from "vitest";
import * as schema from "../schema.ts";
import { OWNED_TABLE_NAMES, OWNED_TABLES, type OwnedTableName } from "./owned-tables.ts";

const tables = Object.values(schema)
  .filter((value): value is PgTable => value instanceof PgTable)
  .map((table) => getTableConfig(table));

const keysOf = ({ foreignKeys }: (typeof tables)[number]) =>
  foreignKeys.map((key) => ({
    to: getTableConfig(key.reference().foreignTable).name,
    column: key.reference().columns[0]!.name,
    onDelete: key.onDelete,
  }));

/** Tables whose rows belong to people: those that refer to a person, or to a row that does. */
function ownedInSchema(): ReadonlySet<string> {
  const owned = new Set(["people"]);
  for (let before = 0; before < owned.size;) {
    before = owned.size;
    for (const table of tables) {
      if (keysOf(table).some(({ to }) => owned.has(to))) owned.add(table.name);
    }
  }
  return owned;
}

test("every table that belongs to people is named, and none that doesn’t", () => {
  expect([...OWNED_TABLE_NAMES].toSorted()).toEqual([...ownedInSchema()].toSorted());
});

test("no column is called an owner’s in a table that nothing ties to a person", () => {
  const owned = ownedInSchema();
  const named = tables.filter(({ columns }) =>
    columns.some(({ name }) => /^(?:owner|person|user)_id$/.test(name)),
  );
  expect(named.map(({ name }) => name).filter((name) => !owned.has(name))).toEqual([]);
});

describe.each(OWNED_TABLE_NAMES.map((name) => [name]))("%s", (name: OwnedTableName) => {
  const table = tables.find((one) => one.name === name)!;
  const { owner, sealed = {}, without = [], sort = "id", taken } = OWNED_TABLES[name];
  const columns = table.columns.map((column) => column.name);

  test("is found by a column that leads to its person", () => {
    if (name === "people") return expect(owner).toBe("id");
    const wanted = typeof owner === "string" ? { to: "people", column: owner } : null;
    const through = typeof owner === "string" ? null : { to: owner.of, column: owner.column };
    expect(keysOf(table)).toContainEqual(expect.objectContaining(wanted ?? through!));
  });

  test("goes with its person; only the audit log stays, and names nobody", () => {
    if (name === "people") return expect(owner).toBe("id");
    const column = typeof owner === "string" ? owner : owner.column;
    const rule = keysOf(table).find((key) => key.column === column)?.onDelete;
    expect(rule).toBe(name === "audit_log" ? "set null" : "cascade");
  });

  test("says of every sealed column what becomes of it, and names no column that isn’t there", () => {
    expect(columns).toEqual(expect.arrayContaining([...Object.keys(sealed), ...without]));
    if (taken !== "rows") return;
    expect(columns).toContain(sort);
    const bytes = table.columns
      .filter((column) => column.getSQLType() === "bytea")
      .map((column) => column.name);
    expect([...Object.keys(sealed), ...without]).toEqual(expect.arrayContaining(bytes));
  });
});
