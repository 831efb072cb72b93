import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { ProjectFiles } from "../../shared/project.ts";
import { checkBuild } from "./check-build.ts";

const TEMPLATES = join(import.meta.dirname, "../../templates");

async function templateFiles(id: string): Promise<ProjectFiles> {
  const files: Record<string, string | Uint8Array> = {};
  const entries = await readdir(join(TEMPLATES, id), { recursive: true, withFileTypes: true });
  for (const entry of entries.filter((one) => one.isFile())) {
    const path = join(entry.parentPath, entry.name);
    const name = path.slice(join(TEMPLATES, id).length + 1);
    if (/^(node_modules|dist|\.prerender)\//.test(name)) continue;
    const bytes = await readFile(path);
    files[name] = /\.(woff2|png|jpe?g|webp|ico)$/.test(name) ? bytes : bytes.toString("utf8");
  }
  return files;
}

const folio = await templateFiles("folio");
const templates = (await readdir(TEMPLATES)).filter((name) => !name.includes("."));

describe("a project's check", () => {
  test.each(templates)("finds nothing wrong with the template %s", async (id) => {
    const checked = checkBuild(await templateFiles(id));
    expect(checked).toMatchObject({ ok: true });
  });

  const faults: readonly (readonly [string, ProjectFiles, string])[] = [
    [
      "a source that doesn't parse",
      { "src/App.tsx": "export const App = () => <div>" },
      "src/App.tsx",
    ],
    ["an import of a file that isn't there", { "src/X.ts": 'import "./gone.ts"' }, "./gone.ts"],
    ["an import of a package that isn't named", { "src/X.ts": 'import "left-pad"' }, "left-pad"],
    ["a style's file that isn't there", { "src/x.css": "a{background:url(./no.png)}" }, "./no.png"],
    ["JSON that isn't JSON", { "package-lock.json": "{" }, "package-lock.json"],
    ["a résumé of the wrong shape", { "src/data/resume.json": '{"work": 3}' }, ""],
  ];
  test.each(faults)("finds %s", (_, change, named) => {
    const checked = checkBuild({ ...folio, ...change });
    expect(checked.ok).toBe(false);
    if (!checked.ok) expect(checked.failure.message).toContain(named);
  });

  test("doesn't take an import of types for one that is needed", () => {
    const change = { "src/X.ts": 'import type { A } from "nowhere";\nexport const a: A = 1;' };
    expect(checkBuild({ ...folio, ...change }).ok).toBe(true);
  });
});
