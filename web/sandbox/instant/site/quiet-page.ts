import type { ProjectFiles } from "../../../../shared/project.ts";
import { contentHash } from "../compile/content-hash.ts";
import { bundleProject } from "./bundle-project.ts";
import type { SiteParts } from "./site-inputs.ts";

/** The core files between the entry and the template's own `App`. */
const CORE = ["src/main.tsx", "src/Page.tsx"];

/** Packages whose components do nothing after they have been rendered. */
const STILL = new Set([
  "react",
  "react/jsx-runtime",
  "react/jsx-dev-runtime",
  "clsx",
  "lucide-react",
]);

/**
 * Words without which no page can do anything in the browser: hooks, handlers, refs, class
 * components, and the browser's own objects. Matched on bundled code without comments; a word in a
 * text costs only that the script is shipped. (`loading="lazy"` is an attribute, `lazy(…)` is React's.)
 */
const BUSY =
  /\buse[A-Z]|\b(?:use|lazy)\s*[(,}]|\blazy as\b|\bon(?!Accent\b)[A-Z]|\bref\b|\bextends\b|\bimport\s*\(|\b(window|document|globalThis|self|navigator|history|localStorage|sessionStorage|matchMedia|fetch|customElements|Suspense|setTimeout|setInterval|requestAnimationFrame|addEventListener)\b|\blocation\s*\.\s*(href|hash|search|assign|replace|reload)|Observer\b/;

/**
 * Whether the finished page needs no script at all: its core is the template's own, untouched, and
 * nothing of the project's code could do anything after rendering.
 */
export async function isQuietPage(files: ProjectFiles, parts: SiteParts): Promise<boolean> {
  const isCore = CORE.every((path) => {
    const source = files[path];
    return typeof source === "string" && parts.quiet.includes(contentHash(source));
  });
  if (!isCore || !Object.hasOwn(files, "src/App.tsx")) return false;
  const { result } = await bundleProject(
    files,
    { entries: ["src/App.tsx"], format: "esm", minify: false, onlyOwnCode: true },
    parts,
  );
  const scripts = result.outputFiles.filter(({ path }) => path.endsWith(".js"));
  const packages = Object.values(result.metafile.outputs)
    .flatMap((output) => output.imports)
    .filter(({ external, kind }) => external && kind === "import-statement")
    .map(({ path }) => path);
  return packages.every((name) => STILL.has(name)) && scripts.every(({ text }) => !BUSY.test(text));
}
