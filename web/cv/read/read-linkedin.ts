import type { CvDocument } from "../../../shared/cv-document.ts";
import { fail, ok, type Result } from "../../../shared/failure.ts";
import { readLinkedInTables, type Table } from "../../../shared/cv/linkedin-tables.ts";
import { parseCsv } from "./parse-csv.ts";
import { decodeText } from "./read-text.ts";
import { WRONG } from "./say-what-is-wrong.ts";
import { unzipSafely } from "./unzip-safely.ts";

/** Reads the ZIP that LinkedIn gives to a person who asks for their data: tables, one a section. */
export async function readLinkedIn(bytes: Uint8Array): Promise<Result<CvDocument>> {
  const unpacked = await unzipSafely(bytes, (name) => /\.csv$/i.test(name), "LinkedIn export");
  if (!unpacked.ok) return unpacked;
  const tables: Record<string, Table> = {};
  for (const [path, file] of Object.entries(unpacked.value)) {
    const name = path
      .split("/")
      .at(-1)!
      .replace(/\.csv$/i, "")
      .toLowerCase()
      .replaceAll("_", " ");
    tables[name] = parseCsv(decodeText(file));
  }
  const resume = readLinkedInTables(tables);
  if (!resume.basics?.name && !resume.work?.length) return fail(WRONG.archive());
  return ok({ kind: "resume", format: "linkedin", resume });
}
