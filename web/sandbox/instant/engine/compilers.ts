import type { Kit } from "../../../../shared/kit.ts";
import type { ProjectFiles } from "../../../../shared/project.ts";
import type {
  Compiled,
  CompiledScript,
  CompiledStyle,
  CompiledTemplate,
} from "../compile/compiled-file.ts";
import { compileStyle, wantsTailwind } from "../compile/compile-style.ts";
import { contentHash } from "../compile/content-hash.ts";

/** What is loaded only when it is needed: each is a chunk of its own. */
export interface HeavyParts {
  script(): Promise<(path: string, source: string) => Compiled<CompiledScript>>;
  tailwind(): Promise<(path: string, files: ProjectFiles) => Promise<Compiled<CompiledStyle>>>;
  cssModule(): Promise<(path: string, files: ProjectFiles) => Promise<Compiled<CompiledStyle>>>;
}

export interface Compilers {
  script(path: string, files: ProjectFiles): Promise<Compiled<CompiledScript>>;
  style(path: string, files: ProjectFiles): Promise<Compiled<CompiledStyle>>;
  /** The compiled script with its source map, made again when it came from the kit. */
  withMap(path: string, source: string): Promise<CompiledScript | null>;
  /** Takes in the table of a template's compiled files. */
  learn(template: CompiledTemplate): void;
  /** Loads Babel, so that the first edit needn't wait for it. */
  warm(): Promise<void>;
}

const textAt = (files: ProjectFiles, path: string): string => {
  const content = files[path];
  return typeof content === "string" ? content : "";
};

/** What a Tailwind sheet or a CSS module depends on, as one hash: all text files of the project. */
export function styleHash(path: string, files: ProjectFiles): string {
  const isModule = path.endsWith(".module.css");
  const names = Object.keys(files).filter((name) =>
    isModule ? name.endsWith(".css") : /\.(css|[cm]?[jt]sx?|html)$/.test(name),
  );
  return contentHash(
    names
      .sort()
      .map((name) => `${name}\0${textAt(files, name)}`)
      .join("\0"),
  );
}

/** Compilers with their memory: the same content is compiled once, or never when the kit has it. */
export function createCompilers(
  heavy: HeavyParts,
  onWait: (step: string | null) => void,
): Compilers {
  const fromKit = new Map<string, CompiledScript>();
  const stylesFromKit = new Map<string, CompiledStyle>();
  const scripts = new Map<string, { source: string; result: Compiled<CompiledScript> }>();
  const styles = new Map<string, { hash: string; result: Compiled<CompiledStyle> }>();
  let isScriptReady = false;

  async function scriptCompiler() {
    if (isScriptReady) return heavy.script();
    onWait("Loading the compiler");
    const compiler = await heavy.script();
    isScriptReady = true;
    onWait(null);
    return compiler;
  }

  async function script(path: string, files: ProjectFiles) {
    const source = textAt(files, path);
    const known = scripts.get(path);
    if (known?.source === source) return known.result;
    const ready = fromKit.get(`${path}\0${contentHash(source)}`);
    const result: Compiled<CompiledScript> = ready
      ? { ok: true, value: ready }
      : (await scriptCompiler())(path, source);
    scripts.set(path, { source, result });
    return result;
  }

  async function style(path: string, files: ProjectFiles) {
    const isModule = path.endsWith(".module.css");
    if (!isModule && !wantsTailwind(textAt(files, path))) return compileStyle(path, files);
    const hash = styleHash(path, files);
    const known = styles.get(path);
    if (known?.hash === hash) return known.result;
    const ready = stylesFromKit.get(`${path}\0${hash}`);
    const compiler = isModule ? heavy.cssModule : heavy.tailwind;
    const result: Compiled<CompiledStyle> = ready
      ? { ok: true, value: ready }
      : await (
          await compiler()
        )(path, files);
    styles.set(path, { hash, result });
    return result;
  }

  async function withMap(path: string, source: string): Promise<CompiledScript | null> {
    const known = scripts.get(path);
    if (known?.source === source && known.result.ok && known.result.value.map) {
      return known.result.value;
    }
    const result = (await heavy.script())(path, source);
    if (!result.ok) return null;
    scripts.set(path, { source, result });
    return result.value;
  }

  function learn(template: CompiledTemplate) {
    for (const [path, { hash, ...compiled }] of Object.entries(template.scripts)) {
      fromKit.set(`${path}\0${hash}`, compiled);
    }
    for (const [path, { hash, ...compiled }] of Object.entries(template.styles)) {
      stylesFromKit.set(`${path}\0${hash}`, compiled);
    }
  }

  const warm = async () => {
    (await heavy.script())("warm.tsx", "export const Warm = () => <p>{1 as number}</p>;");
    isScriptReady = true;
  };
  return { script, style, withMap, learn, warm };
}

/** The kit's table for the template that a project names in its theme; `null` when it has none. */
export function templateTable(files: ProjectFiles, kit: Kit): string | null {
  try {
    const theme = JSON.parse(textAt(files, "src/theme.json")) as { template?: unknown };
    const id = String(theme.template);
    return Object.hasOwn(kit.templates, id) ? kit.templates[id]!.compiled : null;
  } catch {
    return null;
  }
}
