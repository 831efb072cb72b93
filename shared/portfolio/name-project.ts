import type { ProjectFiles } from "../project.ts";
import { formatJson } from "./format-json.ts";

/** A name's words in a–z and digits: “Zoë Müller” → `["zoe", "muller"]`; other scripts leave nothing. */
export function latinWords(name: string): readonly string[] {
  const words = name
    .normalize("NFKD")
    .replace(/[\u0300-\u036f’']/g, "")
    .replace(/ß/g, "ss")
    .replace(/[øØ]/g, "o")
    .replace(/[łŁ]/g, "l")
    .toLowerCase()
    .match(/[a-z0-9]+/g);
  return words ?? [];
}

/**
 * “Ada Lovelace” → “ada-lovelace-portfolio”: a name that npm, a folder and an address all take.
 * A name without Latin letters or digits gives “portfolio”.
 */
export function projectSlug(person: string | undefined): string {
  return [...latinWords(person ?? ""), "portfolio"].join("-").slice(0, 60).replace(/-+$/, "");
}

/** The files with the person's name in `package.json` and at the head of the README. */
export function nameProject(files: ProjectFiles, person: string | undefined): ProjectFiles {
  const named = { ...files };
  const manifest = files["package.json"];
  if (typeof manifest === "string") {
    named["package.json"] = formatJson({ ...JSON.parse(manifest), name: projectSlug(person) });
  }
  const readme = files["README.md"];
  if (typeof readme === "string" && person?.trim()) {
    named["README.md"] = readme.replace(/^# .*/, () => `# ${person.trim()}`);
  }
  return named;
}
