import { execFileSync } from "node:child_process";
import { cp, mkdir, mkdtemp, readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { fromRoot, PROGRAMS } from "../../scripts/paths.ts";
import { makeTemplate } from "../../scripts/template/make-template.ts";
import { TEMPLATES_VARIABLE } from "./template-folders.ts";

let into: string;
beforeAll(async () => {
  // Below the repository, whose packages it needs.
  await mkdir(fromRoot(".cache"), { recursive: true });
  into = await mkdtemp(fromRoot(".cache/templates-"));
  await cp(fromRoot("templates/folio"), join(into, "folio"), { recursive: true });
});
afterAll(() => rm(into, { recursive: true, force: true }));

test("a new template is taken in by the tests, and passes them", async () => {
  const made = await makeTemplate({ name: "Plain", into });
  expect(made).toEqual({ folder: join(into, "plain") });
  const manifest = JSON.parse(await readFile(join(into, "plain/template.json"), "utf8"));
  expect(manifest).toMatchObject({ id: "plain", name: "Plain", order: 2 });
  // Of the shapes that would be dealt to it, its own sample is enough here.
  const tests = "template plain (?!fits.*with (?!its sample))";
  const which = ["--project", "browser", "tests/templates/templates", "-t", tests];
  const report = execFileSync(process.execPath, [PROGRAMS.vitest, "run", ...which], {
    cwd: fromRoot(),
    encoding: "utf8",
    env: { ...process.env, [TEMPLATES_VARIABLE]: into, NO_COLOR: "1" },
  });
  expect(report).toMatch(/Test Files +2 passed/);
});

test("what can't be a name is said, and no template is overwritten", async () => {
  for (const name of ["", "../folio", "Folio"]) {
    expect(await makeTemplate({ name, into })).toHaveProperty("problem");
  }
});
