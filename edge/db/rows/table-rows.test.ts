import { getTableConfig, PgTable } from "drizzle-orm/pg-core";
import { expect, test } from "vitest";
import * as schema from "../schema.ts";
import { KEPT_TABLES, LEFT_OUT_TABLES } from "./table-rows.ts";

const tables = Object.values(schema)
  .filter((value): value is PgTable => value instanceof PgTable)
  .map((table) => getTableConfig(table));

test("every table is in a backup or left out on purpose", () => {
  const named = [...KEPT_TABLES, ...LEFT_OUT_TABLES];
  expect(tables.map(({ name }) => name).toSorted()).toEqual(named.toSorted());
});

test("each table comes after those it refers to", () => {
  const place = (name: string) => (KEPT_TABLES as readonly string[]).indexOf(name);
  for (const table of tables.filter(({ name }) => place(name) >= 0)) {
    for (const key of table.foreignKeys) {
      const other = getTableConfig(key.reference().foreignTable).name;
      if (other !== table.name)
        expect(place(other), `${table.name} → ${other}`).toBeLessThan(place(table.name));
    }
  }
});
