import type { Problem } from "../../../../shared/build.ts";
import type { KitPackage } from "../../../../shared/kit.ts";
import type { ProjectFiles } from "../../../../shared/project.ts";
import type {
  Compiled,
  CompiledScript,
  CompiledStyle,
  CompileError,
} from "../compile/compiled-file.ts";
import { moduleKind, type ModuleKind } from "../compile/file-kinds.ts";
import { resolveImport } from "../compile/resolve-import.ts";
import { buildProblem, missingPackage } from "./problems.ts";

/** What the walk needs of the compilers. */
export interface GraphSources {
  readonly files: ProjectFiles;
  readonly packages: Readonly<Record<string, KitPackage>>;
  script(path: string): Promise<Compiled<CompiledScript>>;
  style(path: string): Promise<Compiled<CompiledStyle>>;
  packageCode(specifier: string): Promise<string>;
  /** The page as it runs: a module that is broken now stays as it was. */
  readonly previous: ReadonlyMap<string, GraphModule>;
}

/** A module of the page, before it has a version. */
export interface GraphModule {
  readonly id: string;
  readonly kind: "script" | "style" | "package";
  readonly code: string;
  readonly imports: Readonly<Record<string, string>>;
  readonly map?: string;
  /** Files whose content the page shows by address. */
  readonly assets: readonly string[];
}
export interface Graph {
  readonly modules: ReadonlyMap<string, GraphModule>;
  readonly assets: ReadonlySet<string>;
  readonly problems: readonly Problem[];
}

/** In place of a module that never compiled: the page can't run past it, and the overlay says why. */
export const BROKEN_MODULE = "throw __brokenModule;";

const REACT_REFRESH = "react-refresh/runtime";

/**
 * Walks from the entries through all imports. Everything is looked at again on every build, which
 * costs about a millisecond for a portfolio and can't be stale; the compilers' caches do the work.
 */
export async function walkModules(
  entries: readonly string[],
  sources: GraphSources,
): Promise<Graph> {
  const modules = new Map<string, GraphModule>();
  const assets = new Set<string>();
  const problems: Problem[] = [];
  const queued = new Set<string>();
  let wave = [...entries, REACT_REFRESH].filter((id) => !queued.has(id) && queued.add(id));
  while (wave.length > 0) {
    const loaded = await Promise.all(wave.map((id) => loadModule(id, sources)));
    wave = [];
    for (const { module, problems: found } of loaded) {
      modules.set(module.id, module);
      for (const path of module.assets) assets.add(path);
      problems.push(...found);
      for (const next of Object.values(module.imports)) {
        if (!queued.has(next)) {
          queued.add(next);
          wave.push(next);
        }
      }
    }
  }
  return { modules, assets, problems };
}

interface Loaded {
  readonly module: GraphModule;
  readonly problems: readonly Problem[];
}

async function loadModule(id: string, sources: GraphSources): Promise<Loaded> {
  const known = sources.packages[id];
  if (known) return loadPackage(id, known, sources);
  const [path = "", query = ""] = id.split("?");
  if (!Object.hasOwn(sources.files, path)) return missingFile(id, sources);
  if (query === RULES) return loadRules(id, path, sources);
  return LOADERS[moduleKind(path, query)](id, path, sources);
}

/** The module as it last ran, or one that stops the page, beside what is wrong. */
const broken = (id: string, problems: readonly Problem[], { previous }: GraphSources): Loaded => ({
  module: previous.get(id) ?? { id, kind: "script", code: BROKEN_MODULE, imports: {}, assets: [] },
  problems,
});

const working = (module: GraphModule): Loaded => ({ module, problems: [] });

async function loadPackage(id: string, known: KitPackage, sources: GraphSources): Promise<Loaded> {
  const imports = Object.fromEntries(known.requires.map((name) => [name, name]));
  const code = await sources.packageCode(id);
  return working({ id, kind: "package", code, imports, assets: [] });
}

/** A file that is gone while the page runs is told by its importer; one that starts the page, here. */
function missingFile(id: string, sources: GraphSources): Loaded {
  if (sources.previous.has(id)) return broken(id, [], sources);
  const problem: Problem = {
    kind: "build",
    message: `There is no file “${id}”, which index.html starts the page with.`,
    hint: "Add the file, or change the script’s address in index.html.",
    path: "index.html",
  };
  return broken(id, [problem], sources);
}

type Loader = (id: string, path: string, sources: GraphSources) => Promise<Loaded>;

const LOADERS: Readonly<Record<ModuleKind, Loader>> = {
  script: loadScript,
  json: async (id, path, sources) => loadJson(id, path, sources),
  style: loadStyle,
  "css-module": loadStyle,
  asset: async (id, path) =>
    working({
      id,
      kind: "script",
      code: `${ES_MODULE}exports.default=__asset(${JSON.stringify(path)});`,
      imports: {},
      assets: [path],
    }),
  text: async (id, path, { files }) =>
    working({
      id,
      kind: "script",
      code: exportDefault(textOf(files, path)),
      imports: {},
      assets: [],
    }),
};

async function loadScript(id: string, path: string, sources: GraphSources): Promise<Loaded> {
  const compiled = await sources.script(path);
  if (!compiled.ok) return broken(id, [buildProblem(compiled.error, sources.files)], sources);
  const problems: Problem[] = [];
  const imports: Record<string, string> = {};
  for (const { specifier, line, column } of compiled.value.imports) {
    const resolved = resolveImport(specifier, path, sources.files);
    if (resolved.kind === "file") {
      imports[specifier] = resolved.path + (resolved.query && `?${resolved.query}`);
    } else if (resolved.kind === "package" && sources.packages[resolved.specifier]) {
      imports[specifier] = resolved.specifier;
    } else if (resolved.kind === "package") {
      problems.push(missingPackage(specifier, { path, line, column }, sources));
    } else {
      const message = `There is no file “${specifier}” to import.`;
      problems.push(buildProblem({ path, message, line, column }, sources.files));
    }
  }
  if (problems.length > 0) return broken(id, problems, sources);
  const { code, map } = compiled.value;
  return working({ id, kind: "script", code, imports, assets: [], ...(map && { map }) });
}

const textOf = (files: ProjectFiles, path: string): string => {
  const content = files[path];
  return typeof content === "string" ? content : new TextDecoder().decode(content);
};

const ES_MODULE = 'Object.defineProperty(exports,"__esModule",{value:true});';
const exportDefault = (value: unknown) => `${ES_MODULE}exports.default=${JSON.stringify(value)};`;
const NAMED_EXPORTS =
  'for(const k of Object.keys(exports.default))if(k!=="default")exports[k]=exports.default[k];';

/** JSON as Vite gives it: the default export, and a named one for each key. */
function loadJson(id: string, path: string, sources: GraphSources): Loaded {
  const text = textOf(sources.files, path);
  try {
    const value: unknown = JSON.parse(text);
    const isObject = typeof value === "object" && value !== null && !Array.isArray(value);
    const code = exportDefault(value) + (isObject ? NAMED_EXPORTS : "");
    return working({ id, kind: "script", code, imports: {}, assets: [] });
  } catch (error) {
    const problem = buildProblem(jsonError(path, text, error as Error), sources.files);
    return broken(id, [problem], sources);
  }
}

/** V8 tells the line and column, or the position, in the message; others don't. */
function jsonError(path: string, text: string, error: Error): CompileError {
  const place = /line (\d+) column (\d+)/.exec(error.message);
  const position = /position (\d+)/.exec(error.message);
  const message = `This JSON can’t be read: ${error.message.replace(/\s*\(line.*\)$/, "")}`;
  if (place) return { path, message, line: Number(place[1]), column: Number(place[2]) };
  const before = text.slice(0, position ? Number(position[1]) : text.length).split("\n");
  return { path, message, line: before.length, column: before.at(-1)!.length + 1 };
}

async function loadStyle(id: string, path: string, sources: GraphSources): Promise<Loaded> {
  const compiled = await sources.style(path);
  if (!compiled.ok) return broken(id, [buildProblem(compiled.error, sources.files)], sources);
  const { css, classes, assets } = compiled.value;
  if (!classes) return working({ id, kind: "style", code: css, imports: {}, assets });
  // The names are one module and the rules another, so that a change of rules alone is only a new
  // style sheet and reaches no component.
  const rules = `${path}?${RULES}`;
  const code = `require("${rules}");${exportDefault(classes)}${NAMED_EXPORTS}`;
  return working({ id, kind: "script", code, imports: { [rules]: rules }, assets: [] });
}

/** The query that names the rules of a CSS module, apart from its class names. */
const RULES = "rules";

async function loadRules(id: string, path: string, sources: GraphSources): Promise<Loaded> {
  const compiled = await sources.style(path);
  if (!compiled.ok) return broken(id, [], sources);
  const { css, assets } = compiled.value;
  return working({ id, kind: "style", code: css, imports: {}, assets });
}
