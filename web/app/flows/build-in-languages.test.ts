import { expect, test } from "vitest";
import { SMALL_PROJECT } from "../../../tests/fakes/fake-workspace.ts";
import { fail, ok } from "../../../shared/failure.ts";
import { applyChanges } from "../../../shared/portfolio/apply-changes.ts";
import { RESUME_PATH, type FileChange, type ProjectFiles } from "../../../shared/project.ts";
import { buildInLanguages } from "./build-in-languages.ts";

const resume = (label: string, meta: object) =>
  JSON.stringify({ basics: { name: "Ada", label, phone: "+44 20 7946 0958" }, meta });
const FILES: ProjectFiles = {
  ...SMALL_PROJECT,
  [RESUME_PATH]: resume("Gardener", { language: "en" }),
  "src/data/resume.de.json": resume("Gärtnerin", {
    language: "de",
    translation: { from: "en", texts: { Gardener: "Gärtnerin" } },
  }),
};

/** A build whose page is the résumé that it is made of. */
async function build(files: ProjectFiles, changes: readonly FileChange[]) {
  const shown = String(applyChanges(files, changes)[RESUME_PATH]);
  const html = `<html><head></head><body>${shown}</body></html>`;
  return ok({ files: { "index.html": html }, durationMs: 1 });
}
const SITE = { files: FILES, changes: [], hidden: ["phone"], url: null, build } as const;

test("each language is built of its own words, and what is hidden is hidden in the others too", async () => {
  const bare = { path: RESUME_PATH, content: String(FILES[RESUME_PATH]).replace(/\+44[ \d]+/, "") };
  const built = await buildInLanguages({ ...SITE, changes: [bare] });
  const files = built.ok ? built.value.files : {};
  expect(Object.keys(files).sort()).toEqual(["de/index.html", "index.html"]);
  expect(files["index.html"]).toContain("Gardener");
  expect(files["de/index.html"]).toContain("Gärtnerin");
  expect(Object.values(files).join("")).not.toContain("7946");
});

test("one language that can’t be built is no site", async () => {
  const broken = { kind: "build-failed", message: "No.", nextStep: "", retryable: false } as const;
  const built = await buildInLanguages({
    ...SITE,
    build: (files, changes) =>
      changes.length > 0 ? Promise.resolve(fail(broken)) : build(files, changes),
  });
  expect(built).toEqual({ ok: false, failure: broken });
});
