import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import { deployedConfig, readSettings } from "./deploy-settings.ts";
import { fromRoot } from "./paths.ts";

const WHOLE = {
  APP_ORIGIN: "https://cv2web.example",
  PREVIEW_HOST: "{id}.cv2web-pages.example",
  PUBLISH_HOST: "{slug}.cv2web-sites.example",
  DATABASE_URL: "postgres://db.example/cv2web",
  HYPERDRIVE_ID: "0123",
  AUTH_SECRET: "a",
  PASSWORD_PEPPER: "b",
  MASTER_KEYS: "one:c",
  INTERNAL_KEY: "d",
  OPERATOR_TOKEN: "e",
};

describe("settings of a deployment", () => {
  test("come from the file, and the environment wins", async () => {
    const folder = await mkdtemp(join(tmpdir(), "cv2web-deploy-"));
    onTestFinished(() => rm(folder, { recursive: true }));
    const file = join(folder, ".env.production");
    await writeFile(
      file,
      Object.entries({ ...WHOLE, LOG_LEVEL: "debug" })
        .map(([name, value]) => `${name}="${value}"`)
        .join("\n"),
    );
    const settings = await readSettings(file, { LOG_LEVEL: "error" });
    expect(settings).toMatchObject({ ok: true, value: { ...WHOLE, LOG_LEVEL: "error" } });
  });

  test("what is missing is named", async () => {
    const settings = await readSettings("/nowhere", { ...WHOLE, MASTER_KEYS: "", AUTH_SECRET: "" });
    expect(settings).toMatchObject({
      ok: false,
      failure: { message: "These settings are missing: AUTH_SECRET, MASTER_KEYS." },
    });
  });

  test("people’s pages need another domain than the app’s", async () => {
    for (const wrong of [
      { PREVIEW_HOST: "{id}.pages.cv2web.example" },
      { PUBLISH_HOST: "{slug}.cv2web.example" },
    ]) {
      const settings = await readSettings("/nowhere", { ...WHOLE, ...wrong });
      expect(settings).toMatchObject({ ok: false });
    }
  });

  test("become variables, routes and the database; secrets stay out", () => {
    const config = deployedConfig({ name: "cv2web", vars: { APP_ORIGIN: "" } }, WHOLE);
    expect(config).toMatchObject({
      vars: { APP_ORIGIN: "https://cv2web.example" },
      hyperdrive: [{ binding: "HYPERDRIVE", id: "0123" }],
      routes: [
        { pattern: "cv2web.example", custom_domain: true },
        { pattern: "*.cv2web-pages.example/*", zone_name: "cv2web-pages.example" },
        { pattern: "*.cv2web-sites.example/*", zone_name: "cv2web-sites.example" },
      ],
    });
    expect(JSON.stringify(config)).not.toContain("one:c");
  });
});

test("the README says of every binding what it is for", async () => {
  const [config, readme] = await Promise.all(
    ["wrangler.toml", "README.md"].map((file) => readFile(fromRoot(file), "utf8")),
  );
  // Each binding is named by `binding` or, of Durable Objects, by `name`.
  const bound = [...config!.matchAll(/^(?:binding|name) = "([A-Z_]+)"$/gm)].map(
    ([, name]) => name!,
  );
  expect(bound).toContain("SANDBOX_FLEET");
  expect(bound.filter((name) => !readme!.includes(`| \`${name}\``))).toEqual([]);
});
