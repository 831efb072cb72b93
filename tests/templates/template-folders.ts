import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** Names another folder of templates to test. */
export const TEMPLATES_VARIABLE = "CV2WEB_TEMPLATES";

export const TEMPLATES =
  process.env[TEMPLATES_VARIABLE] ?? fileURLToPath(new URL("../../templates/", import.meta.url));

/** Ids of the templates that are complete: those with a manifest. */
export const templateIds = readdirSync(TEMPLATES, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map((entry) => entry.name)
  .filter((id) => readdirSync(join(TEMPLATES, id)).includes("template.json"))
  .sort();

export const readText = (id: string, path: string) =>
  readFileSync(join(TEMPLATES, id, path), "utf8");

export const readJson = (id: string, path: string): unknown => JSON.parse(readText(id, path));
