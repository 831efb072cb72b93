import { readdir, readFile } from "node:fs/promises";
import type { Migration } from "../../edge/db/migrate.ts";
import { fromRoot } from "../paths.ts";

const FOLDER = fromRoot("edge/db/migrations");

/** The migrations as they lie in the repository, in their order. */
export async function readMigrations(): Promise<Migration[]> {
  const files = (await readdir(FOLDER)).filter((name) => name.endsWith(".sql")).sort();
  return Promise.all(
    files.map(async (file) => ({
      name: file.replace(/\.sql$/, ""),
      sql: await readFile(`${FOLDER}/${file}`, "utf8"),
    })),
  );
}
