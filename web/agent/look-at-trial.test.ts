import { describe, expect, test } from "vitest";
import { fakeSandbox } from "../../tests/fakes/fake-sandbox.ts";
import { SMALL_PROJECT } from "../../tests/fakes/fake-workspace.ts";
import { theme } from "../../shared/agent/plain/test-site.ts";
import { THEME_PATH, type ProjectFiles } from "../../shared/project.ts";
import type { PageAudit } from "../sandbox/instant/page-audit.ts";
import { watchSandbox } from "../sandbox/sandbox-watch.ts";
import { faultsOf } from "./look-at-trial.ts";

const FILES = {
  ...SMALL_PROJECT,
  [THEME_PATH]: JSON.stringify(theme),
  "index.html": "<html><body><h1>Barnaby Thistlewood</h1><p>Bookbinder of books</p></body></html>",
};
const GOOD: PageAudit = { findings: [], outside: [] };

/** What is said against a page of these files, of which a frame would say this. */
async function faults(
  files: ProjectFiles,
  audit: (mode: unknown) => unknown = () => GOOD,
  control = new AbortController(),
) {
  const sandbox = fakeSandbox(files);
  const trial = Object.assign(sandbox, {
    audit: async () => {
      const text = (await sandbox.snapshot())[THEME_PATH];
      return audit((JSON.parse(String(text)) as { mode: unknown }).mode);
    },
  });
  watchSandbox(trial);
  const wait = async () => undefined;
  return faultsOf({ trial, files, script: "axe", signal: control.signal, wait });
}

describe("a page that is tried", () => {
  test("is good where nothing can be said against it", async () => {
    expect(await faults(FILES)).toEqual({ ok: true, value: [] });
  });

  test("isn’t shown with what can’t be built, which is all that is said then", async () => {
    const broken = { ...FILES, "src/own/Hero.tsx": "export const = 1" };
    const found = await faults(broken, () => ({ ...GOOD, outside: ["https://a.example"] }));
    expect(found).toEqual({ ok: true, value: ["Unexpected token (src/own/Hero.tsx:1)"] });
  });

  test("is looked at in light and in dark", async () => {
    const html = "<p>Pale</p>";
    const dark = { findings: [{ rule: "color-contrast", said: "Contrast", html }], outside: [] };
    const found = await faults(FILES, (mode) => (mode === "dark" ? dark : GOOD));
    expect(found).toEqual({
      ok: true,
      value: [`text has too little contrast (dark): ${html}`],
    });
  });

  test("may ask for nothing outside, and has its owner’s name", async () => {
    const nameless = { ...FILES, "index.html": "<body>Somebody who binds books by hand</body>" };
    const found = await faults(nameless, () => ({ ...GOOD, outside: ["https://a.example/x"] }));
    expect(found.ok && found.value).toEqual([
      "it asks for https://a.example/x",
      "The name Barnaby Thistlewood isn’t on the page",
    ]);
  });

  test("that says what isn’t an audit, or nothing, wasn’t seen", async () => {
    for (const said of [null, { findings: "none", outside: [] }]) {
      expect(await faults(FILES, () => said)).toMatchObject({
        ok: false,
        failure: { kind: "unavailable" },
      });
    }
  });

  test("is let go when it is stopped", async () => {
    const control = new AbortController();
    const found = await faults(FILES, () => (control.abort(), GOOD), control);
    expect(found).toMatchObject({ ok: false, failure: { kind: "cancelled" } });
  });
});
