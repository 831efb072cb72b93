// `npm run migrate`: brings the database at DATABASE_URL (environment or .env.production) forward.
import { readFile } from "node:fs/promises";
import { parseEnv } from "node:util";
import { migrate } from "../edge/db/migrate.ts";
import { readMigrations } from "./local/read-migrations.ts";
import { fromRoot } from "./paths.ts";

const file = await readFile(fromRoot(".env.production"), "utf8").catch(() => "");
const url = process.env.DATABASE_URL ?? parseEnv(file).DATABASE_URL;
if (!url) {
  console.error("DATABASE_URL is missing. Set it, or put it into .env.production.");
  process.exit(1);
}
const done = await migrate(url, await readMigrations());
console.log(done.length > 0 ? `Migrated: ${done.join(", ")}` : "The database is up to date.");
