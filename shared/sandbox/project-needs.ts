import type { ProjectFiles } from "../project.ts";

/** What a project asks of the place where it runs. */
export interface ProjectNeeds {
  /** npm packages that it lists and that the instant sandbox doesn't bring, sorted. */
  readonly packagesOutside: readonly string[];
  /** A build tool or setting that only Node runs: named for the person. `null`: none. */
  readonly nodeFeature: string | null;
  /** Bytes of all files. */
  readonly bytes: number;
}

/** Tools of our templates that the instant sandbox does without: it has their work built in. */
const BUILT_IN: readonly string[] = [
  "@tailwindcss/vite",
  "@vitejs/plugin-react",
  "react",
  "react-dom",
  "tailwindcss",
  "typescript",
  "vite",
];

/** Files and words that change how a project is built, in a way that the instant sandbox can't follow. */
const NODE_FEATURES: readonly {
  readonly name: string;
  readonly path: RegExp;
  readonly text?: RegExp;
}[] = [
  { name: "Sass", path: /\.s[ac]ss$/ },
  { name: "Less", path: /\.less$/ },
  { name: "PostCSS", path: /^postcss\.config\.[cm]?[jt]s$/ },
  { name: "a Tailwind plug-in", path: /\.css$/, text: /^\s*@(plugin|config)\s/m },
  { name: "import.meta.glob", path: /\.[jt]sx?$/, text: /\bimport\.meta\.glob\b/ },
  { name: "path aliases", path: /^vite\.config\.[cm]?[jt]s$/, text: /\balias\b/ },
];

type Json = Readonly<Record<string, unknown>>;

const record = (value: unknown): Json =>
  typeof value === "object" && value !== null ? (value as Json) : {};

/** The packages that a package.json lists, by name; empty when it can't be read (half typed). */
export function listedPackages(packageJson: unknown): Readonly<Record<string, string>> {
  if (typeof packageJson !== "string") return {};
  try {
    const parsed = record(JSON.parse(packageJson));
    const all = { ...record(parsed.devDependencies), ...record(parsed.dependencies) };
    return Object.fromEntries(
      Object.entries(all).filter(
        (entry): entry is [string, string] => typeof entry[1] === "string",
      ),
    );
  } catch {
    return {};
  }
}

/**
 * Looks at a project's files for what only Node can do.
 * @param atHand import specifiers that the instant sandbox brings
 */
export function projectNeeds(files: ProjectFiles, atHand: readonly string[]): ProjectNeeds {
  const known = new Set([...BUILT_IN, ...atHand]);
  const packagesOutside = Object.keys(listedPackages(files["package.json"]))
    .filter((name) => !known.has(name) && !name.startsWith("@types/"))
    .sort();
  let bytes = 0;
  let nodeFeature: string | null = null;
  for (const [path, content] of Object.entries(files)) {
    bytes += content.length;
    nodeFeature ??= featureOf(path, content);
  }
  return { packagesOutside, nodeFeature, bytes };
}

function featureOf(path: string, content: string | Uint8Array): string | null {
  const found = NODE_FEATURES.find(
    ({ path: paths, text }) =>
      paths.test(path) &&
      (text === undefined || (typeof content === "string" && text.test(content))),
  );
  return found?.name ?? null;
}
