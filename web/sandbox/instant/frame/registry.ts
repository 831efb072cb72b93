import type { FrameModule } from "../messages.ts";
import { hasOtherExports, isRefreshBoundary, spreadChange } from "./refresh-boundary.ts";
import type { ModuleBody } from "./run-scripts.ts";

/** The part of react-refresh/runtime that is used here. */
export interface RefreshRuntime {
  register(type: unknown, id: string): void;
  createSignatureFunctionForTransform(): unknown;
  isLikelyComponentType(value: unknown): boolean;
  performReactRefresh(): unknown;
  injectIntoGlobalHook(window: unknown): void;
}

interface Instance {
  readonly id: string;
  readonly module: { exports: Record<string, unknown> };
  readonly importers: Set<string>;
  readonly imports: Set<string>;
}

export interface RegistryParts {
  readonly assetUrl: (path: string) => string;
  readonly showStyle: (id: string, css: string) => void;
}

/** Thrown by a module that never compiled; the overlay tells why, so nobody reports it. */
export const BROKEN = { toString: () => "A file of this page has an error." };

const ENVIRONMENT = { BASE_URL: "/", MODE: "development", DEV: true, PROD: false, SSR: false };

/** The page's modules: CommonJS with Fast Refresh. */
export class ModuleRegistry {
  #parts: RegistryParts;
  #definitions = new Map<string, FrameModule>();
  #bodies = new Map<string, ModuleBody>();
  #instances = new Map<string, Instance>();
  #refresh: RefreshRuntime | null = null;

  constructor(parts: RegistryParts) {
    this.#parts = parts;
  }

  define(modules: readonly FrameModule[], found: ReadonlyMap<string, ModuleBody>) {
    for (const module of modules) {
      this.#definitions.set(module.id, module);
      const body = found.get(module.id);
      if (body) this.#bodies.set(module.id, body);
      else this.#bodies.delete(module.id);
    }
  }

  remove(ids: readonly string[]) {
    for (const id of ids) {
      this.#definitions.delete(id);
      this.#bodies.delete(id);
      this.#instances.delete(id);
    }
  }

  /** Loads react-refresh before React DOM, which looks for its hook once. */
  useRefresh(id: string) {
    this.#refresh = this.load(id) as unknown as RefreshRuntime;
    this.#refresh.injectIntoGlobalHook(window);
  }

  /** Runs a module, and what it imports, unless it has run. @throws what the module throws */
  load(id: string, importer: string | null = null): Record<string, unknown> {
    const known = this.#instances.get(id);
    if (known) {
      if (importer !== null) known.importers.add(importer);
      return known.module.exports;
    }
    const definition = this.#definitions.get(id);
    if (!definition) throw new Error(`The module “${id}” isn’t there.`);
    const instance: Instance = {
      id,
      module: { exports: {} },
      importers: new Set(importer === null ? [] : [importer]),
      imports: new Set(),
    };
    this.#instances.set(id, instance);
    try {
      this.#run(definition, instance);
    } catch (error) {
      // A later update may mend it: then it must run anew.
      this.#instances.delete(id);
      throw error;
    }
    return instance.module.exports;
  }

  /**
   * Swaps what has changed in place.
   * @returns false when only loading the page afresh would show it
   * @throws what a module throws; then every module is as it was
   */
  update(changed: readonly FrameModule[]): boolean {
    let open = changed
      .filter(({ id, kind, code }) => {
        if (kind !== "style") return true;
        if (this.#instances.has(id)) this.#parts.showStyle(id, code);
        return false;
      })
      .map(({ id }) => id)
      .filter((id) => this.#instances.has(id));
    while (open.length > 0) {
      const spread = spreadChange(open, (id) => this.#running(id));
      if (spread === null) return false;
      const changedBoundaries = this.#rerun(spread.outdated, spread.boundaries);
      const importers = changedBoundaries.map((id) => this.#instances.get(id)!.importers);
      if (importers.some((names) => names.size === 0)) return false;
      open = importers.flatMap((names) => [...names]);
    }
    this.#refresh?.performReactRefresh();
    return true;
  }

  #run(definition: FrameModule, instance: Instance) {
    const { id } = definition;
    if (definition.kind === "style") {
      this.#parts.showStyle(id, definition.code);
      return;
    }
    const body = this.#bodies.get(id);
    if (!body) throw BROKEN;
    const require = (specifier: string) => {
      const target = definition.imports[specifier];
      if (target === undefined) throw new Error(`“${specifier}” isn’t imported by “${id}”.`);
      instance.imports.add(target);
      return this.load(target, id);
    };
    const importModule = async (specifier: string) => {
      const exports = require(specifier);
      return exports["__esModule"] ? exports : { ...exports, default: exports };
    };
    const refresh = definition.kind === "script" ? this.#refresh : null;
    // In the order of BODY_PARAMETERS.
    body(
      require,
      instance.module,
      instance.module.exports,
      (type: unknown, name: string) => refresh?.register(type, `${id} ${name}`),
      () => refresh?.createSignatureFunctionForTransform() ?? ((type: unknown) => type),
      importModule,
      { env: ENVIRONMENT, url: `${location.origin}/${id}` },
      this.#parts.assetUrl,
      BROKEN,
    );
  }

  #isComponent = (value: unknown) => this.#refresh?.isLikelyComponentType(value) ?? false;

  #running(id: string) {
    const instance = this.#instances.get(id);
    if (!instance) return undefined;
    const importers = [...instance.importers].filter((name) =>
      this.#instances.get(name)?.imports.has(id),
    );
    return {
      id,
      importers: new Set(importers),
      isBoundary: isRefreshBoundary(instance.module.exports, this.#isComponent),
    };
  }

  /**
   * Runs boundaries anew; on an error everything is as it was, and the error is thrown.
   * @returns boundaries that export other things now, so that their importers must run too
   */
  #rerun(outdated: ReadonlySet<string>, boundaries: ReadonlySet<string>): string[] {
    const before = this.#instances;
    this.#instances = new Map();
    for (const [id, instance] of before) {
      if (outdated.has(id)) continue;
      this.#instances.set(id, { ...instance, importers: new Set(instance.importers) });
    }
    try {
      for (const id of boundaries) {
        this.load(id);
        for (const importer of before.get(id)!.importers) {
          if (!outdated.has(importer)) this.#instances.get(id)!.importers.add(importer);
        }
      }
    } catch (error) {
      this.#instances = before;
      throw error;
    }
    const exportsOf = (instances: Map<string, Instance>, id: string) =>
      instances.get(id)!.module.exports;
    return [...boundaries].filter((id) =>
      hasOtherExports(exportsOf(before, id), exportsOf(this.#instances, id), this.#isComponent),
    );
  }
}
