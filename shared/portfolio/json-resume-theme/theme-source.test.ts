import { describe, expect, it } from "vitest";
import { resumeSchema } from "../../resume.ts";
import { RESUME_PATH } from "../../project.ts";
import { applyChanges } from "../apply-changes.ts";
import { changeTemplate } from "../change-template.ts";
import { createProject } from "../create-project.ts";
import { readTheme } from "../read-theme.ts";
import { AS_THEMES_EXPECT } from "./as-themes-expect.ts";
import { isThemePackage, themePackage, themeSource } from "./theme-source.ts";

type Resume = Readonly<Record<string, unknown>>;
const { asThemesExpect } = (await import(
  /* @vite-ignore */ `data:text/javascript,${encodeURIComponent(AS_THEMES_EXPECT)}`
)) as { asThemesExpect: (resume: Resume) => Record<string, Record<string, unknown>> };

describe("the name of a theme", () => {
  it.each([
    ["even", "jsonresume-theme-even"],
    [" jsonresume-theme-Even ", "jsonresume-theme-even"],
    ["npm i jsonresume-theme-even", "jsonresume-theme-even"],
    ["https://www.npmjs.com/package/jsonresume-theme-even/", "jsonresume-theme-even"],
    ["@jane/jsonresume-theme-blue", "@jane/jsonresume-theme-blue"],
  ])("“%s” is %s", (typed, name) => {
    expect(themePackage(typed)).toEqual({ ok: true, value: name });
    expect(isThemePackage(name)).toBe(true);
  });
  it.each([
    "",
    "../etc",
    'x"]; evil()',
    "jsonresume-theme-a b",
    "jsonresume-theme-",
    "a".repeat(300),
  ])("“%s” is none", (typed) => {
    expect(themePackage(typed)).toMatchObject({ ok: false, failure: { kind: "invalid" } });
  });
  it("isn’t one of our templates’", () => expect(isThemePackage("folio")).toBe(false));
});

describe("a résumé for themes of both ages", () => {
  it("has both names of each value, and keeps its own", () => {
    const made = asThemesExpect({
      basics: { name: "Ada", image: "./me.webp", url: "https://ada.example", website: "mine" },
      work: [{ name: "Acme", url: "https://acme.example", startDate: "2019-05" }],
      "x-own": { kept: true },
    });
    expect(made["basics"]).toMatchObject({
      image: "./me.webp",
      picture: "./me.webp",
      website: "mine",
    });
    expect(made["work"]).toEqual([
      {
        name: "Acme",
        company: "Acme",
        url: "https://acme.example",
        website: "https://acme.example",
        startDate: "2019-05",
        highlights: [],
      },
    ]);
    expect(made["x-own"]).toEqual({ kept: true });
  });
  it("has every list that a theme goes through, whatever was there", () => {
    const made = asThemesExpect({
      basics: null,
      work: [null, { endDate: "2020" }],
      skills: "none",
    });
    expect(made["basics"]).toMatchObject({ name: "", location: {}, profiles: [] });
    expect(made["work"]).toMatchObject([{ startDate: "", endDate: "2020" }]);
    for (const list of ["skills", "education", "volunteer", "projects", "certificates"]) {
      expect(made[list], list).toEqual([]);
    }
  });
});

it("a project goes to a theme and back: the résumé stays, nothing of the theme is left", () => {
  const resume = resumeSchema.parse({ basics: { name: "Ada" } });
  const other = {
    manifest: { ...themeSource("jsonresume-theme-a").manifest, id: "plain" },
    files: { "index.html": "plain\n", "package.json": "{}\n", "src/App.tsx": "app\n" },
  };
  const theme = themeSource("jsonresume-theme-even");
  const first = createProject({ resume, template: other, fontFaces: {} });
  const go = (files: typeof first, from: typeof theme, to: typeof theme) => {
    const changes = changeTemplate({ files, from, to, fontFaces: {} });
    if (!changes.ok) throw new Error(changes.failure.message);
    return applyChanges(files, changes.value);
  };
  const put = go(first, other, theme);
  const look = readTheme(put);
  expect(look.ok && look.value.template).toBe("jsonresume-theme-even");
  expect(put[RESUME_PATH]).toBe(first[RESUME_PATH]);
  expect(put["src/App.tsx"]).toBeUndefined();
  expect(JSON.parse(String(put["package.json"])).dependencies).toEqual({
    "jsonresume-theme-even": "latest",
  });
  expect(go(put, theme, other)).toEqual(first);
});
