import { describe, expect, it } from "vitest";
import { RESUME_PATH, THEME_PATH, type FileChange, type ProjectFiles } from "../project.ts";
import type { Resume } from "../resume.ts";
import { formatJson } from "./format-json.ts";
import {
  hasOtherFacts,
  listLanguages,
  missingWords,
  removeLanguage,
  showLanguage,
  translatedResume,
  withOwnWords,
  wordsOfOriginal,
  writeCopy,
} from "./language-copies.ts";

const RESUME: Resume = {
  basics: { name: "Ana Sousa", label: "Photographer", email: "ana@example.org" },
  work: [
    { name: "Foto Lapa", position: "Assistant", startDate: "2012", highlights: ["Carried light"] },
  ],
  meta: { language: "en" },
};
const COLOURS = Object.fromEntries(
  ["paper", "surface", "ink", "muted", "line", "accent", "onAccent"].map((role) => [role, "#000"]),
);
const THEME = {
  template: "folio",
  mode: "auto",
  palette: { id: "x", light: COLOURS, dark: COLOURS },
  fonts: { id: "x", display: "a", text: "b", code: "c" },
  density: "regular",
  sections: [
    { id: "work", visible: true, title: "Where I worked" },
    { id: "about", visible: true },
  ],
};
const FILES: ProjectFiles = {
  [RESUME_PATH]: formatJson(RESUME),
  [THEME_PATH]: formatJson(THEME),
};
const GERMAN = {
  from: "en",
  texts: {
    Photographer: "Fotografin",
    Assistant: "Assistentin",
    "Carried light": "Trug Licht",
    "Where I worked": "Wo ich war",
  },
};

const after = (files: ProjectFiles, changes: readonly FileChange[]): ProjectFiles => {
  const next = { ...files };
  for (const { path, content } of changes) {
    if (content === null) delete next[path];
    else next[path] = content;
  }
  return next;
};
const shown = (files: ProjectFiles, tag: string) => {
  const changes = showLanguage(files, tag);
  if (!changes.ok) throw new Error(changes.failure.message);
  return after(files, changes.value);
};
const resumeIn = (files: ProjectFiles) => JSON.parse(String(files[RESUME_PATH])) as Resume;
const BOTH = after(FILES, writeCopy(FILES, "de", translatedResume(RESUME, "de", GERMAN)));

describe("a portfolio in two languages", () => {
  it("keeps both; facts are the original's", () => {
    expect(listLanguages(BOTH).map(({ tag, isShown }) => [tag, isShown])).toEqual([
      ["en", true],
      ["de", false],
    ]);
    const german = resumeIn(shown(BOTH, "de"));
    expect(german.basics).toEqual({ ...RESUME.basics, label: "Fotografin" });
    expect(german.work![0]).toMatchObject({
      name: "Foto Lapa",
      startDate: "2012",
      highlights: ["Trug Licht"],
    });
    expect(german.meta).toMatchObject({ language: "de" });
  });

  it("shows the one or the other, with its titles; there and back is nothing", () => {
    const german = shown(BOTH, "de");
    expect(String(german[THEME_PATH])).toContain("Wo ich war");
    expect(listLanguages(german).map(({ tag, isShown }) => [tag, isShown])).toEqual([
      ["en", false],
      ["de", true],
    ]);
    expect(shown(german, "en")).toEqual(BOTH);
    expect(showLanguage(BOTH, "fr")).toMatchObject({ ok: false, failure: { kind: "not-found" } });
  });

  it("says which words are missing since the original changed, and keeps what its owner changed", () => {
    const changed: Resume = {
      ...RESUME,
      work: [
        { ...RESUME.work![0]!, startDate: "2013", highlights: ["Carried light", "Sold prints"] },
      ],
    };
    const files = after(BOTH, writeCopy(BOTH, "en", changed));
    const own = formatJson({
      ...translatedResume(RESUME, "de", GERMAN),
      basics: { ...RESUME.basics, label: "Hochzeitsfotografin" },
    });
    const [original, copy] = listLanguages({ ...files, "src/data/resume.de.json": own });
    const words = wordsOfOriginal(files, original!);
    const made = withOwnWords(copy!, changed);
    expect(missingWords(words, made)).toEqual(["Sold prints"]);
    expect(hasOtherFacts(copy!, changed)).toBe(true);
    expect(hasOtherFacts(copy!, RESUME)).toBe(false);
    const fresh = translatedResume(changed, "de", {
      ...made,
      texts: { ...made.texts, "Sold prints": "Verkaufte Abzüge" },
    });
    expect(fresh.basics?.label).toBe("Hochzeitsfotografin");
    expect(fresh.work![0]).toMatchObject({
      startDate: "2013",
      highlights: ["Trug Licht", "Verkaufte Abzüge"],
    });
  });

  it("knows the original’s words while a copy is shown", () => {
    const german = shown(BOTH, "de");
    const [original] = listLanguages(german);
    expect(wordsOfOriginal(german, original!)).toEqual(
      wordsOfOriginal(BOTH, listLanguages(BOTH)[0]!),
    );
  });

  it("takes a language away, the shown one too; never the original", () => {
    expect(after(BOTH, removeLanguage(BOTH, "de"))).toEqual(FILES);
    expect(after(shown(BOTH, "de"), removeLanguage(shown(BOTH, "de"), "de"))).toEqual(FILES);
    expect(removeLanguage(BOTH, "en")).toEqual([]);
  });
});
