import { describe, expect, it } from "vitest";
import { RESUME_PATH, THEME_PATH, type ProjectFiles } from "../project.ts";
import type { Resume } from "../resume.ts";
import { applyChanges } from "./apply-changes.ts";
import { changeResume } from "./change-resume.ts";
import { changeTemplate } from "./change-template.ts";
import { changeTheme } from "./change-theme.ts";
import { createProject, type FontFaces, type TemplateSource } from "./create-project.ts";
import { defaultTheme, themePalette } from "./default-theme.ts";
import { fontsCss } from "./fonts-css.ts";
import { projectSlug } from "./name-project.ts";
import { findPalette } from "./palettes.ts";
import { readResume } from "./read-resume.ts";
import { readTheme } from "./read-theme.ts";
import { partVariants, withVariant } from "./variants.ts";
import { findTypePair, fontFiles, themeFonts, TYPE_PAIRS } from "./type-pairs.ts";

const faces: FontFaces = Object.fromEntries(
  TYPE_PAIRS.flatMap(fontFiles).map(({ name }, at) => [name, new Uint8Array([at])]),
);

function template(id: string, pair: string, palette: string, own: ProjectFiles): TemplateSource {
  return {
    manifest: { id, name: id, idea: "", order: 1, typePairs: [pair], palettes: [palette] },
    files: {
      "package.json":
        '{\n  "name": "portfolio",\n  "dependencies": {\n    "react": "19.3.1"\n  }\n}\n',
      "package-lock.json": `{ "name": "portfolio", "of": "${id}" }\n`,
      "README.md": `# ${id}\n\nHow to run ${id}.\n`,
      "src/main.tsx": "core\n",
      "src/App.tsx": `app of ${id}\n`,
      ...own,
    },
  };
}

const folio = template("folio", "newsreader", "ink", { "src/Aside.tsx": "aside\n" });
const poster = template("poster", "archivo", "vermilion", { "src/Wall.tsx": "wall\n" });
const ada: Resume = { basics: { name: "Ada Lovelace" }, work: [{ name: "Analytical Engine" }] };

const created = createProject({ resume: ada, template: folio, fontFaces: faces });

function switched(files: ProjectFiles, from: TemplateSource | null, to: TemplateSource) {
  const changes = changeTemplate({ files, from, to, fontFaces: faces });
  if (!changes.ok) throw new Error(changes.failure.message);
  return applyChanges(files, changes.value);
}

describe("a new project", () => {
  it("holds the person’s content, the template’s look and the pair’s fonts", () => {
    expect(readResume(created)).toEqual({ ok: true, value: ada });
    expect(readTheme(created)).toEqual({ ok: true, value: defaultTheme(folio) });
    const pair = findTypePair("newsreader")!;
    expect(created["src/fonts.css"]).toBe(fontsCss(pair));
    const fonts = Object.keys(created).filter((path) => path.startsWith("src/fonts/"));
    expect(fonts.sort()).toEqual(
      fontFiles(pair)
        .map(({ name }) => `src/fonts/${name}`)
        .sort(),
    );
  });

  it("carries the person’s name, and leaves the lock file as it is", () => {
    expect(JSON.parse(String(created["package.json"]))).toEqual({
      name: "ada-lovelace-portfolio",
      dependencies: { react: "19.3.1" },
    });
    expect(created["README.md"]).toBe("# Ada Lovelace\n\nHow to run folio.\n");
    expect(created["package-lock.json"]).toBe(folio.files["package-lock.json"]);
  });

  it("keeps unknown keys and the order of keys", () => {
    const text = '{"x-own":1,"work":[{"url":"u","name":"n"}],"basics":{"name":"A","x":[null]}}';
    const files = createProject({ resume: JSON.parse(text), template: folio, fontFaces: faces });
    expect(JSON.stringify(JSON.parse(String(files[RESUME_PATH])))).toBe(text);
  });

  it.each([
    ["José Núñez", "jose-nunez-portfolio"],
    ["Søren O’Neill", "soren-oneill-portfolio"],
    ["王小明", "portfolio"],
    [undefined, "portfolio"],
  ])("is named after %s as npm allows", (name, slug) => {
    expect(projectSlug(name)).toBe(slug);
    expect(slug).toMatch(/^[a-z0-9-]+$/);
  });
});

describe("changes of look and content", () => {
  const theme = defaultTheme(folio);

  it("are none when nothing differs", () => {
    expect(changeResume(created, ada)).toEqual([]);
    expect(changeTheme(created, theme, faces)).toEqual([]);
  });

  it("of a palette touch one file", () => {
    const palette = themePalette(findPalette("forest")!);
    const changes = changeTheme(created, { ...theme, palette }, faces);
    expect(changes.map(({ path }) => path)).toEqual([THEME_PATH]);
  });

  it("of a type pair replace its files, and keep fonts that the person added", () => {
    const own = { ...created, "src/fonts/mine.woff2": new Uint8Array([9]) };
    const geist = findTypePair("geist")!;
    const next = applyChanges(own, changeTheme(own, { ...theme, fonts: themeFonts(geist) }, faces));
    const fonts = Object.keys(next).filter((path) => path.startsWith("src/fonts/"));
    const wanted = [
      ...fontFiles(geist).map(({ name }) => `src/fonts/${name}`),
      "src/fonts/mine.woff2",
    ];
    expect(fonts.sort()).toEqual(wanted.sort());
    expect(next["src/fonts.css"]).toBe(fontsCss(geist));
  });

  it("say so when the file is broken", () => {
    expect(readTheme({ ...created, [THEME_PATH]: "{" })).toMatchObject({ ok: false });
    expect(readTheme({ ...created, [THEME_PATH]: "{}" })).toMatchObject({ ok: false });
    expect(readResume({ [RESUME_PATH]: '{"work":3}' })).toMatchObject({ ok: false });
    expect(readResume({})).toMatchObject({ ok: false, failure: { kind: "invalid" } });
  });
});

describe("another template", () => {
  it("gives the same as starting with it, when nothing was edited", () => {
    const fresh = createProject({ resume: ada, template: poster, fontFaces: faces });
    expect(switched(created, folio, poster)).toEqual(fresh);
  });

  it("there and back again leaves no trace", () => {
    expect(switched(switched(created, folio, poster), poster, folio)).toEqual(created);
  });

  it("takes chosen looks along, and leaves the old template’s own behind", () => {
    const palette = themePalette(findPalette("plum")!);
    const touches = { name: "larger", motion: "none" } as const;
    const sizes = { textSize: "large", photoShape: "round", touches } as const;
    const theme = { ...defaultTheme(folio), palette, density: "airy" as const, ...sizes };
    const files = applyChanges(created, changeTheme(created, theme, faces));
    const next = readTheme(switched(files, folio, poster));
    const taken = { template: "poster", density: "airy", palette, ...sizes };
    expect(next.ok && next.value).toMatchObject(taken);
    expect(next.ok && next.value.fonts.id).toBe("archivo");
  });

  it("gives each part the new template’s own first shape", () => {
    const theme = withVariant(defaultTheme(folio), "hero", "big-name");
    const files = applyChanges(created, changeTheme(created, theme, faces));
    const next = readTheme(switched(files, folio, poster));
    expect(next.ok && next.value.variants).toBeUndefined();
    const shapes = ["split", "wide"].map((id) => ({ id, name: id }));
    expect(partVariants({ variants: { hero: shapes } }, theme)).toEqual([
      { part: "hero", variants: shapes, chosen: shapes[0] },
    ]);
  });

  it("keeps what the person wrote: added files in place, edits of the core in place, others aside", () => {
    const edited = {
      ...created,
      "src/Mine.tsx": "mine\n",
      "src/main.tsx": "core, edited\n",
      "src/App.tsx": "app, edited\n",
      "src/Aside.tsx": "aside, edited\n",
      "README.md": "my own words\n",
      "package.json": String(created["package.json"]).replace(
        '"react"',
        '"d3": "7.9.0",\n    "react"',
      ),
    };
    const next = switched(edited, folio, poster);
    expect(next).toMatchObject({
      "src/Mine.tsx": "mine\n",
      "src/main.tsx": "core, edited\n",
      "src/App.tsx": "app of poster\n",
      "from-folio/src/App.tsx": "app, edited\n",
      "from-folio/src/Aside.tsx": "aside, edited\n",
      "README.md": "my own words\n",
      "src/Wall.tsx": "wall\n",
    });
    expect(next).not.toHaveProperty("src/Aside.tsx");
    expect(JSON.parse(String(next["package.json"]))).toEqual({
      name: "ada-lovelace-portfolio",
      dependencies: { d3: "7.9.0", react: "19.3.1" },
    });
  });

  it("of unknown origin loses nothing either", () => {
    const next = switched({ ...created, "src/Mine.tsx": "mine\n" }, null, poster);
    expect(next["from-folio/src/Mine.tsx"]).toBe("mine\n");
    expect(next["src/App.tsx"]).toBe("app of poster\n");
  });

  it("waits until the content can be read", () => {
    const broken = { ...created, [RESUME_PATH]: "{" };
    const changes = changeTemplate({ files: broken, from: folio, to: poster, fontFaces: faces });
    expect(changes).toMatchObject({ ok: false, failure: { kind: "invalid" } });
  });
});
