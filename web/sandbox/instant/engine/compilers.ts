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
export class Compilers {
  #heavy: HeavyParts;
  #onWait: (step: string | null) => void;
  #fromKit = new Map<string, CompiledScript>();
  #stylesFromKit = new Map<string, CompiledStyle>();
  #scripts = new Map<string, { source: string; result: Compiled<CompiledScript> }>();
  #styles = new Map<string, { hash: string; result: Compiled<CompiledStyle> }>();
  #isScriptReady = false;

  /** @param onWait told what a build waits for, and with `null` that it goes on */
  constructor(heavy: HeavyParts, onWait: (step: string | null) => void) {
    this.#heavy = heavy;
    this.#onWait = onWait;
  }

  async script(path: string, files: ProjectFiles): Promise<Compiled<CompiledScript>> {
    const source = textAt(files, path);
    const known = this.#scripts.get(path);
    if (known?.source === source) return known.result;
    const ready = this.#fromKit.get(`${path}\0${contentHash(source)}`);
    const result: Compiled<CompiledScript> = ready
      ? { ok: true, value: ready }
      : (await this.#scriptCompiler())(path, source);
    this.#scripts.set(path, { source, result });
    return result;
  }

  async style(path: string, files: ProjectFiles): Promise<Compiled<CompiledStyle>> {
    const isModule = path.endsWith(".module.css");
    if (!isModule && !wantsTailwind(textAt(files, path))) return compileStyle(path, files);
    const hash = styleHash(path, files);
    const known = this.#styles.get(path);
    if (known?.hash === hash) return known.result;
    const ready = this.#stylesFromKit.get(`${path}\0${hash}`);
    const compiler = isModule ? this.#heavy.cssModule : this.#heavy.tailwind;
    const result: Compiled<CompiledStyle> = ready
      ? { ok: true, value: ready }
      : await (
          await compiler()
        )(path, files);
    this.#styles.set(path, { hash, result });
    return result;
  }

  /** The compiled script with its source map, made again when it came from the kit. */
  async withMap(path: string, source: string): Promise<CompiledScript | null> {
    const known = this.#scripts.get(path);
    if (known?.source === source && known.result.ok && known.result.value.map) {
      return known.result.value;
    }
    const result = (await this.#heavy.script())(path, source);
    if (!result.ok) return null;
    this.#scripts.set(path, { source, result });
    return result.value;
  }

  /** Takes in the table of a template's compiled files. */
  learn(template: CompiledTemplate): void {
    for (const [path, { hash, ...compiled }] of Object.entries(template.scripts)) {
      this.#fromKit.set(`${path}\0${hash}`, compiled);
    }
    for (const [path, { hash, ...compiled }] of Object.entries(template.styles)) {
      this.#stylesFromKit.set(`${path}\0${hash}`, compiled);
    }
  }

  /** Loads Babel and runs it once, so that the first edit needn't wait for it. */
  async warm(): Promise<void> {
    (await this.#heavy.script())("warm.tsx", "export const Warm = () => <p>{1 as number}</p>;");
    this.#isScriptReady = true;
  }

  async #scriptCompiler() {
    if (this.#isScriptReady) return this.#heavy.script();
    this.#onWait("Loading the compiler");
    const compiler = await this.#heavy.script();
    this.#isScriptReady = true;
    this.#onWait(null);
    return compiler;
  }
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
