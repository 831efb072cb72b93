/**
 * `render-theme.js` of a project that shows a JSON Resume theme: a plug-in for Vite. The theme's document
 * goes to the browser as it is, with what Vite and its other plug-ins put into a page; a built site is that
 * document and nothing else, since Vite would read the styles of 2015 with the rules of today.
 */
export const RENDER_THEME = `import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { asThemesExpect } from "./as-themes-expect.js";

const RESUME = "src/data/resume.json";
const ENTRY = "\\0json-resume-theme";

/** Shows a JSON Resume theme (https://jsonresume.org/themes) with this project's résumé. */
export function jsonResumeTheme(name) {
  let root = process.cwd();
  return {
    name: "json-resume-theme",
    config: (_config, { command }) =>
      command === "build" ? { build: { rollupOptions: { input: ENTRY } } } : {},
    configResolved: (config) => {
      root = config.root;
    },
    configureServer(server) {
      server.middlewares.use((request, response, next) => {
        const path = (request.url ?? "/").split(/[?#]/)[0];
        if (path !== "/" && path !== "/index.html") return next();
        servedPage(server, name, root).then((html) => {
          response.setHeader("Content-Type", "text/html; charset=utf-8");
          response.end(html);
        }, next);
      });
    },
    hotUpdate({ file }) {
      if (!file.endsWith("/" + RESUME) || this.environment.name !== "client") return undefined;
      this.environment.hot.send({ type: "full-reload" });
      return [];
    },
    resolveId: (id) => (id === ENTRY ? id : null),
    load: (id) => (id === ENTRY ? "export {};" : null),
    async generateBundle(_options, bundle) {
      for (const file of Object.keys(bundle)) delete bundle[file];
      const source = await render(name, root);
      this.emitFile({ type: "asset", fileName: "index.html", source });
    },
  };
}

async function render(name, root) {
  const resume = JSON.parse(await readFile(join(root, RESUME), "utf8"));
  const theme = await import(name).catch((error) => {
    const why = String(error?.message ?? error).split("\\n")[0];
    throw new Error("its code can’t be run by Node as it is published (" + why + ").");
  });
  const make = theme.render ?? theme.default?.render ?? theme.default;
  if (typeof make !== "function") throw new Error(name + " has no render(): it is no JSON Resume theme.");
  return String(await make(asThemesExpect(resume)));
}

/** The theme's page with what belongs into every page of this server, or what is wrong with it. */
async function servedPage(server, name, root) {
  const shell = await server.transformIndexHtml("/", "<html><head></head><body></body></html>");
  const head = /<head>([\\s\\S]*)<\\/head>/.exec(shell)?.[1] ?? "";
  const html = await render(name, root).catch((error) => problemPage(name, error));
  return /<head[^>]*>/i.test(html)
    ? html.replace(/<head[^>]*>/i, (open) => open + head)
    : head + html;
}

const escaped = (text) => text.replace(/&/g, "&amp;").replace(/</g, "&lt;");

const problemPage = (name, error) =>
  '<!doctype html><html lang="en"><head><meta charset="utf-8"><title>' +
  escaped(name) +
  '</title></head><body style="font: 16px/1.5 system-ui; max-width: 40rem; margin: 3rem auto; padding: 0 1rem">' +
  "<h1>This theme can’t show the résumé</h1><p>" +
  escaped(name) +
  " stopped with: " +
  escaped(String(error?.message ?? error)) +
  "</p><p>The résumé is untouched. Choose another theme, or one of the templates.</p></body></html>";
`;
