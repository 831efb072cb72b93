import { fail, ok, type Result } from "../../failure.ts";
import {
  PROJECT_LIMITS,
  parseProjectPath,
  RESUME_PATH,
  THEME_PATH,
  type ProjectPath,
} from "../../project.ts";

/** Folders that are nobody’s source: what tools make, and what other tools keep for themselves. */
const CLOSED_FOLDERS = new Set(["node_modules", "dist", "build"]);
/** Written by npm and its like; by hand they only break. */
const LOCK_FILES = new Set([
  "package-lock.json",
  "npm-shrinkwrap.json",
  "yarn.lock",
  "pnpm-lock.yaml",
  "bun.lock",
  "bun.lockb",
]);
/** Run by Node on the machine that builds the site, not in the page. */
const BUILD_FILES = /^(vite|vitest|postcss|tailwind|eslint|babel)\.config\.|^prerender\.|^tsconfig/;

const SOURCE = /^src\/.+\.(tsx?|css|json|svg|md|txt)$/;
const PUBLIC = /^public\/.+\.(svg|txt|json|md|webmanifest)$/;
const TEST = /^tests\/.+\.test\.tsx?$/;
const TOP = new Set(["index.html", "package.json", "README.md"]);

/**
 * A path as the model wrote it, if it may read there. Nothing is mended: a path that isn’t plainly one
 * inside the project (`..`, absolute, backslashes, percent signs, letters that only look like dots or
 * slashes) is refused. Fails with the sentence that the model gets.
 */
export function admitPath(raw: string): Result<ProjectPath, string> {
  const written = raw.replace(/^\.\//, "");
  const refuse = (why: string) => fail(`“${shown(raw)}” can’t be used: ${why}`);
  if (written.startsWith("/") || /^[a-z]:/i.test(written) || written.startsWith("~")) {
    return refuse("paths begin inside the project, as src/App.tsx does.");
  }
  if (written.includes("%")) return refuse("paths are written plainly, without percent signs.");
  if (written.normalize("NFKC") !== written || INVISIBLE.test(written)) {
    return refuse("it holds letters that look like others, or none.");
  }
  const parsed = parseProjectPath(written);
  if (!parsed.ok || parsed.value !== written) {
    return refuse("it isn’t a path inside the project, as src/App.tsx is.");
  }
  const segments = written.toLowerCase().split("/");
  if (segments.some((segment) => segment.startsWith("."))) {
    return refuse("files and folders whose names begin with a dot are closed to you.");
  }
  if (segments.some((segment) => CLOSED_FOLDERS.has(segment))) {
    return refuse("that folder isn’t part of the source.");
  }
  return ok(written);
}

/**
 * The same for writing: source, texts for `public/`, and three files beside them.
 * @param paths what there is; a second path that differs by case alone would be the same file elsewhere
 */
export function admitWrite(
  raw: string,
  paths: readonly ProjectPath[],
): Result<ProjectPath, string> {
  const admitted = admitPath(raw);
  if (!admitted.ok) return admitted;
  const path = admitted.value;
  const name = path.toLowerCase().split("/").at(-1)!;
  if (LOCK_FILES.has(name)) return fail(`${path} is written by npm alone.`);
  if (BUILD_FILES.test(name)) {
    return fail(`${path} is run where the site is built; only its owner changes it, by hand.`);
  }
  if (!TOP.has(path) && ![SOURCE, PUBLIC, TEST].some((kind) => kind.test(path))) {
    return fail(
      `${path} can’t be written: you may write .ts, .tsx, .css, .json, .svg, .md and .txt below src, texts below public, tests as tests/Work.test.tsx, index.html, package.json and README.md.`,
    );
  }
  const twin = paths.find((one) => one !== path && one.toLowerCase() === path.toLowerCase());
  if (twin !== undefined)
    return fail(`There is ${twin} already; names may not differ by case alone.`);
  if (!paths.includes(path) && paths.length >= PROJECT_LIMITS.files) {
    return fail(`The project has ${PROJECT_LIMITS.files} files; no more can be added.`);
  }
  return ok(path);
}

/** What every template stands on: content and look, the page, where it begins and how it is prerendered. */
const STANDING = new Set([
  "index.html",
  "package.json",
  "src/main.tsx",
  "src/prerender.tsx",
  RESUME_PATH,
  THEME_PATH,
]);

/** The same for deleting and renaming: what may be written, but for what the site stands on. */
export function admitRemoval(
  raw: string,
  paths: readonly ProjectPath[],
): Result<ProjectPath, string> {
  const admitted = admitWrite(raw, paths);
  if (!admitted.ok) return admitted;
  return STANDING.has(admitted.value)
    ? fail(`${admitted.value} stays where it is: the site stands on it.`)
    : admitted;
}

/** Zero-width and direction marks, and other characters without a shape. */
const INVISIBLE = /[\p{Cf}\p{Cc}\p{Zl}\p{Zp}]/u;

const shown = (raw: string) => raw.replace(/[\p{Cf}\p{Cc}]/gu, "�").slice(0, 120);
