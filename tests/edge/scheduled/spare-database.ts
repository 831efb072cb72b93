import { sql } from "drizzle-orm";
import { env } from "cloudflare:workers";
import { openDatabase, type Database } from "../../../edge/db/open-database.ts";

const MIGRATIONS = import.meta.glob<string>("../../../edge/db/migrations/*.sql", {
  query: "?raw",
  import: "default",
  eager: true,
});

/** A migrated, empty database of its own beside the run's. */
export async function openSpareDatabase(name: string): Promise<Database> {
  const url = (env as unknown as { DATABASE_URL: string }).DATABASE_URL;
  // Left open: its end would be an error of the runner, whose sockets are closed by then.
  const first = openDatabase(url, { connections: 1 });
  await first.database.execute(sql.raw(`drop database if exists ${name}`));
  await first.database.execute(sql.raw(`create database ${name}`));
  const { database } = openDatabase(url.replace(/\/[^/]*$/, `/${name}`), { connections: 1 });
  for (const [, text] of Object.entries(MIGRATIONS).toSorted()) {
    for (const statement of text.split("--> statement-breakpoint")) {
      await database.execute(sql.raw(statement));
    }
  }
  return database;
}
