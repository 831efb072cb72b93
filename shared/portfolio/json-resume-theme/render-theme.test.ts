import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { build, createServer, type InlineConfig, type Plugin } from "vite";
import { afterAll, beforeAll, expect, test } from "vitest";
import { RESUME_PATH } from "../../project.ts";
import { themeSource } from "./theme-source.ts";

const NAME = "jsonresume-theme-made-up";
/** CommonJS of the time, in a document that no tool of today could read: Vite must leave it alone. */
const THEME = `module.exports = { render: (resume) =>
  "<!DOCTYPE html><html><head><style>.a{*zoom:1;filter:progid:DX(x='1')}</style></head><body>" +
  resume.basics.name + " at " + resume.work.map((one) => one.company).join() + "</body></html>" };`;

let root: string;
let config: InlineConfig;
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), "cv2web-theme-"));
  const files = {
    ...themeSource(NAME).files,
    [RESUME_PATH]: JSON.stringify({ basics: { name: "Ada" }, work: [{ name: "Acme" }] }),
    [`node_modules/${NAME}/package.json`]: JSON.stringify({ name: NAME, main: "index.js" }),
    [`node_modules/${NAME}/index.js`]: THEME,
    "node_modules/jsonresume-theme-broken/package.json": JSON.stringify({ main: "index.js" }),
    "node_modules/jsonresume-theme-broken/index.js": "module.exports = <App />;",
  };
  for (const [path, content] of Object.entries(files)) {
    await mkdir(dirname(join(root, path)), { recursive: true });
    await writeFile(join(root, path), content);
  }
  config = { root, configFile: false, logLevel: "silent", base: "./" };
});
afterAll(() => rm(root, { recursive: true, force: true }));

async function plugin(name: string): Promise<Plugin> {
  const url = pathToFileURL(join(root, "render-theme.js")).href;
  const made = (await import(/* @vite-ignore */ url)) as { jsonResumeTheme: (n: string) => Plugin };
  return made.jsonResumeTheme(name);
}

test("the built site is the theme's own document, with the résumé under the names it reads", async () => {
  await build({ ...config, plugins: [await plugin(NAME)] });
  const html = await readFile(join(root, "dist/index.html"), "utf8");
  expect(html).toContain("Ada at Acme");
  expect(html).toContain("*zoom:1;filter:progid:DX(x='1')");
});

test("a theme that Node can't run fails the build, and says why on the page", async () => {
  const broken = await plugin("jsonresume-theme-broken");
  await expect(build({ ...config, plugins: [broken] })).rejects.toThrow(/can’t be run by Node/);
  const server = await createServer({
    ...config,
    plugins: [broken],
    server: { host: "127.0.0.1", port: 0, ws: false },
  });
  try {
    await server.listen();
    const page = await fetch(server.resolvedUrls!.local[0]!).then((answer) => answer.text());
    expect(page).toContain("jsonresume-theme-broken stopped with: its code can’t be run by Node");
    expect(page, "what Vite puts into a page").toContain("/@vite/client");
  } finally {
    await server.close();
  }
});
