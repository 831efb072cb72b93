import { createRequire } from "node:module";
import { join } from "node:path";
import { compileFunction } from "node:vm";
import { build, type InlineConfig, type Plugin, type Rolldown } from "vite";
import { displayFont, pageHtml } from "../../web/sandbox/instant/site/page-html.ts";
import { readJson, readText, TEMPLATES } from "./template-folders.ts";

export interface Content {
  /** In place of the template's own; any JSON, for people's files hold anything. */
  readonly resume?: unknown;
  readonly theme?: unknown;
}

/** What `render()` of src/prerender.tsx gives. */
export interface RenderedPage {
  readonly app: string;
  readonly head: string;
  readonly lang: string;
  readonly dir: string;
}

const INPUTS = { resume: "src/data/resume.json", theme: "src/theme.json" } as const;
/** Free in the built code: an argument of the prerender, a global of the page. */
const CONTENT = "templateContent";

/** Makes résumé and theme inputs of the built code, so that one build serves every content. */
const contentAsInput = (id: string): Plugin => ({
  name: "content-as-input",
  enforce: "pre",
  async resolveId(source, importer) {
    if (!importer || !source.endsWith(".json")) return null;
    const path = join(importer, "..", source);
    const input = Object.entries(INPUTS).find(([, file]) => path === join(TEMPLATES, id, file));
    return input ? `\0content:${input[0]}` : null;
  },
  load: (module) =>
    module.startsWith("\0content:") ? `export default ${CONTENT}.${module.slice(9)};` : null,
});

const configFor = (id: string): InlineConfig => ({
  root: join(TEMPLATES, id),
  mode: "production",
  logLevel: "error",
  plugins: [contentAsInput(id)],
});

type Files = Rolldown.RolldownOutput["output"];
const filesOf = (built: unknown): Files => (built as Rolldown.RolldownOutput).output;

const withDefaults = (id: string, { resume, theme }: Content): Required<Content> => ({
  resume: resume ?? readJson(id, INPUTS.resume),
  theme: theme ?? readJson(id, INPUTS.theme),
});

export interface Prerender {
  /** The page's HTML as the template renders it, from its modules evaluated anew. */
  readonly render: (content: Content) => RenderedPage;
}

/** The template's prerender, built once. */
export async function buildPrerender(id: string): Promise<Prerender> {
  const config = configFor(id);
  const [chunk] = filesOf(
    await build({
      ...config,
      build: {
        ssr: "src/prerender.tsx",
        write: false,
        rolldownOptions: { output: { format: "cjs" } },
      },
      ssr: { noExternal: true },
    }),
  );
  const evaluate = compileFunction(chunk.code, ["exports", "require", CONTENT]);
  const require = createRequire(import.meta.url);
  return {
    render(content) {
      const exports = {} as { render: () => RenderedPage };
      // Through text: a résumé is what a file says, and no page may change the next one's.
      evaluate(exports, require, JSON.parse(JSON.stringify(withDefaults(id, content))));
      return exports.render();
    },
  };
}

export interface BuiltTemplate extends Prerender {
  /** Files beside the page, by their path below the site's address. */
  readonly files: ReadonlyMap<string, string | Uint8Array>;
  /** The whole page, which asks for its files relative to `/`. */
  readonly page: (content: Content) => string;
}

/**
 * The template, built once for any content: the same entry, styles and prerender as `npm run build` in
 * the project, its page put together as the product publishes it, with the script that wakes it.
 */
export async function buildTemplate(id: string): Promise<BuiltTemplate> {
  const [{ render }, output] = [
    await buildPrerender(id),
    filesOf(await build({ ...configFor(id), build: { write: false } })),
  ];
  const files = new Map<string, string | Uint8Array>();
  for (const file of output) {
    if (file.fileName !== "index.html")
      files.set(file.fileName, file.type === "chunk" ? file.code : file.source);
  }
  const paths = [...files.keys()];
  const styles = paths.filter((path) => path.endsWith(".css"));
  const css = styles.map((path) => String(files.get(path))).join("\n");
  const entries = output.filter((file) => file.type === "chunk" && file.isEntry);
  return {
    render,
    files,
    page(content) {
      const whole = withDefaults(id, content);
      const { fonts } = whole.theme as { fonts: { display: string } };
      const font = displayFont(css, fonts.display);
      const html = pageHtml(readText(id, "index.html"), render(whole), {
        scripts: entries.map(({ fileName }) => `/${fileName}`),
        styles: styles.map((path) => `/${path}`),
        inlineStyles: [],
        preloads: font ? [font.replace(/^\.\/assets\/(\.\/)?/, "/assets/")] : [],
      });
      const json = JSON.stringify(whole).replaceAll("<", "\\u003c");
      return html.replace("</head>", () => `<script>${CONTENT}=${json}</script></head>`);
    },
  };
}
