import { readdir, readFile } from "node:fs/promises";
import { join, relative } from "node:path";

/** The forms in which a text may lie on a disk, as bytes. */
function formsOf(text: string): ReadonlyMap<string, Buffer> {
  const utf8 = Buffer.from(text, "utf8");
  const utf16 = Buffer.from(text, "utf16le");
  const forms = new Map([
    ["UTF-8", utf8],
    ["upper case", Buffer.from(text.toUpperCase())],
    ["lower case", Buffer.from(text.toLowerCase())],
    ["UTF-16 LE", utf16],
    ["UTF-16 BE", Buffer.from(utf16).swap16()],
    ["JSON", Buffer.from(JSON.stringify(text).slice(1, -1))],
    ["URL", Buffer.from(encodeURIComponent(text))],
    ["hex", Buffer.from(utf8.toString("hex"))],
  ]);
  for (const offset of [0, 1, 2]) {
    // At its ends base64 mixes in what stands before and after: those letters are left out.
    const padded = Buffer.concat([Buffer.alloc(offset), utf8]);
    const whole = padded.subarray(0, padded.length - (padded.length % 3));
    for (const coding of ["base64", "base64url"] as const) {
      const letters = whole.toString(coding).slice(offset === 0 ? 0 : 4);
      forms.set(`${coding} +${offset}`, Buffer.from(letters));
    }
  }
  return forms;
}

/** Looks for texts in every file below a folder, in every form; gives what was found where, and the bytes read. */
export async function findInFiles(
  folder: string,
  texts: readonly string[],
): Promise<{ readonly found: readonly string[]; readonly bytes: number }> {
  // The same bytes once, though several forms of a text have them.
  const needles = new Map<string, { readonly name: string; readonly needle: Buffer }>();
  for (const text of texts) {
    for (const [form, needle] of formsOf(text)) {
      const key = needle.toString("latin1");
      if (!needles.has(key)) needles.set(key, { name: `“${text}” as ${form}`, needle });
    }
  }
  const found: string[] = [];
  let bytes = 0;
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    // A file of a running database may be gone by now; what it had is in another.
    const content = await readFile(path).catch((error: NodeJS.ErrnoException) => {
      if (error.code === "ENOENT") return null;
      throw error;
    });
    if (content === null) continue;
    bytes += content.length;
    for (const { name, needle } of needles.values()) {
      if (content.includes(needle)) found.push(`${relative(folder, path)}: ${name}`);
    }
  }
  return { found, bytes };
}
