import { existsSync, readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { RESUME_PATH, type FileContent } from "../project.ts";
import { resumeSchema, type Resume } from "../resume.ts";
import { templateManifestSchema } from "../template.ts";
import { SECTION_IDS } from "../theme.ts";
import { applyChanges } from "./apply-changes.ts";
import { changeResume } from "./change-resume.ts";
import { changeTemplate } from "./change-template.ts";
import { changeTheme } from "./change-theme.ts";
import { createProject, type FontFaces, type TemplateSource } from "./create-project.ts";
import { defaultTheme, themePalette } from "./default-theme.ts";
import { findPalette, PALETTES } from "./palettes.ts";
import { readResume } from "./read-resume.ts";
import { readTheme } from "./read-theme.ts";
import { findTypePair, fontFiles, TYPE_PAIRS } from "./type-pairs.ts";

const root = new URL("../../templates/", import.meta.url).pathname;
const LEFT_OUT = /(^|\/)(node_modules|dist|\.prerender)\//;

function readTemplate(id: string): TemplateSource {
  const folder = `${root}${id}/`;
  const files: Record<string, FileContent> = {};
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const path = `${entry.parentPath}/${entry.name}`.replace(/\/+/g, "/").slice(folder.length);
    if (!entry.isFile() || LEFT_OUT.test(path) || path === "template.json") continue;
    const bytes = readFileSync(folder + path);
    files[path] = path.endsWith(".woff2") ? new Uint8Array(bytes) : bytes.toString("utf8");
  }
  const manifest = JSON.parse(readFileSync(`${folder}template.json`, "utf8"));
  return { manifest: templateManifestSchema.parse(manifest), files };
}

const templates = readdirSync(root)
  .filter((id) => existsSync(`${root}${id}/template.json`))
  .map((id) => [id, readTemplate(id)] as const);

const faces: FontFaces = Object.fromEntries(
  TYPE_PAIRS.flatMap(fontFiles).map(({ name }) => [name, new Uint8Array([1])]),
);

const ada: Resume = {
  "x-own": { kept: [true, null] },
  work: [{ url: "https://example.org", name: "Analytical Engine" }],
  basics: { name: "Ada Lovelace" },
};

it("there are templates to try", () => {
  expect(templates.length).toBeGreaterThanOrEqual(3);
});

describe.each(templates)("the template %s", (id, template) => {
  const files = createProject({ resume: ada, template, fontFaces: faces });

  it("names itself, and palettes and type pairs that exist", () => {
    expect(template.manifest.id).toBe(id);
    expect(template.manifest.palettes.filter((palette) => !findPalette(palette))).toEqual([]);
    expect(template.manifest.typePairs.filter((pair) => !findTypePair(pair))).toEqual([]);
  });

  it("has a look of its own that can be read, with every section", () => {
    const own = readTheme(template.files);
    expect(own.ok && own.value.template).toBe(id);
    const sections = defaultTheme(template).sections.map((section) => section.id);
    expect([...sections].sort()).toEqual([...SECTION_IDS].sort());
  });

  it("comes with an invented person’s résumé", () => {
    const sample = JSON.parse(String(template.files[RESUME_PATH]));
    expect(resumeSchema.safeParse(sample).error).toBeUndefined();
  });

  it("gives back the résumé and the look that went in, character for character", () => {
    const resume = readResume(files);
    expect(JSON.stringify(resume.ok && resume.value)).toBe(JSON.stringify(ada));
    expect(changeResume(files, ada)).toEqual([]);
    const theme = readTheme(files);
    expect(theme).toEqual({ ok: true, value: defaultTheme(template) });
    for (const palette of PALETTES) {
      const wanted = {
        ...defaultTheme(template),
        palette: themePalette(palette),
        density: "airy" as const,
      };
      const next = applyChanges(files, changeTheme(files, wanted, faces));
      expect(readTheme(next)).toEqual({ ok: true, value: wanted });
    }
  });

  it("keeps package.json and the lock file in step, with exact versions and no host", () => {
    const manifest = JSON.parse(String(files["package.json"]));
    const lock = JSON.parse(String(files["package-lock.json"]));
    expect(manifest.name).toBe("ada-lovelace-portfolio");
    for (const kind of ["dependencies", "devDependencies"]) {
      expect(lock.packages[""][kind]).toEqual(manifest[kind]);
      for (const version of Object.values(manifest[kind]))
        expect(version).toMatch(/^\d+\.\d+\.\d+$/);
    }
    expect(files["package-lock.json"]).not.toContain('"resolved"');
  });

  it("can be left for any other and come back to", () => {
    for (const [, other] of templates) {
      const there = changeTemplate({ files, from: template, to: other, fontFaces: faces });
      const away = applyChanges(files, there.ok ? there.value : []);
      const back = changeTemplate({ files: away, from: other, to: template, fontFaces: faces });
      expect(back.ok && applyChanges(away, back.value)).toEqual(files);
    }
  });
});
