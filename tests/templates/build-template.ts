import { execFileSync } from "node:child_process";
import { cp, mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { build, type InlineConfig, type Plugin } from "vite";
import { TEMPLATES } from "./template-folders.ts";

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

/** Puts other content into the project without writing to its folder. */
const withContent = ({ resume, theme }: Content): Plugin => ({
  name: "content",
  enforce: "pre",
  load(id) {
    if (resume !== undefined && id.endsWith("/src/data/resume.json")) return JSON.stringify(resume);
    if (theme !== undefined && id.endsWith("/src/theme.json")) return JSON.stringify(theme);
    return null;
  },
});

const configFor = (id: string, content: Content, outDir: string): InlineConfig => ({
  root: join(TEMPLATES, id),
  mode: "production",
  logLevel: "error",
  plugins: [withContent(content)],
  build: { outDir, emptyOutDir: true },
});

async function buildPrerender(id: string, content: Content, outDir: string): Promise<void> {
  const config = configFor(id, content, outDir);
  await build({
    ...config,
    build: { ...config.build, ssr: "src/prerender.tsx" },
    ssr: { noExternal: true },
  });
}

/** The page's HTML as the template renders it; nothing is left on disk. */
export async function renderTemplate(id: string, content: Content): Promise<RenderedPage> {
  const folder = await mkdtemp(join(tmpdir(), `template-${id}-`));
  try {
    await cp(join(TEMPLATES, id, "package.json"), join(folder, "package.json"));
    await buildPrerender(id, content, join(folder, ".prerender"));
    const { render } = (await import(
      /* @vite-ignore */ pathToFileURL(join(folder, ".prerender/prerender.js")).href
    )) as { render: () => RenderedPage };
    return render();
  } finally {
    await rm(folder, { recursive: true });
  }
}

export interface BuiltTemplate {
  /** The folder that a host would serve. */
  readonly site: string;
  readonly html: string;
  readonly remove: () => Promise<void>;
}

/** The finished site, by the same three steps as `npm run build` in the project (types aside). */
export async function buildTemplate(id: string, content: Content = {}): Promise<BuiltTemplate> {
  const folder = await mkdtemp(join(tmpdir(), `site-${id}-`));
  for (const file of ["package.json", "prerender.mjs"]) {
    await cp(join(TEMPLATES, id, file), join(folder, file));
  }
  await build(configFor(id, content, join(folder, "dist")));
  await buildPrerender(id, content, join(folder, ".prerender"));
  execFileSync(process.execPath, ["prerender.mjs"], { cwd: folder });
  const site = join(folder, "dist");
  return {
    site,
    html: await readFile(join(site, "index.html"), "utf8"),
    remove: () => rm(folder, { recursive: true }),
  };
}
