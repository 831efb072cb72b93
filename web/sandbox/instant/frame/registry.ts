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
export function createRegistry({ assetUrl, showStyle }: RegistryParts) {
  const definitions = new Map<string, FrameModule>();
  const bodies = new Map<string, ModuleBody>();
  let instances = new Map<string, Instance>();
  let refresh: RefreshRuntime | null = null;

  function load(id: string, importer: string | null): Record<string, unknown> {
    const known = instances.get(id);
    if (known) {
      if (importer !== null) known.importers.add(importer);
      return known.module.exports;
    }
    const definition = definitions.get(id);
    if (!definition) throw new Error(`The module “${id}” isn’t there.`);
    const instance: Instance = {
      id,
      module: { exports: {} },
      importers: new Set(importer === null ? [] : [importer]),
      imports: new Set(),
    };
    instances.set(id, instance);
    try {
      run(definition, instance);
    } catch (error) {
      // A later update may mend it: then it must run anew.
      instances.delete(id);
      throw error;
    }
    return instance.module.exports;
  }

  function run(definition: FrameModule, instance: Instance) {
    const { id } = definition;
    if (definition.kind === "style") {
      showStyle(id, definition.code);
      return;
    }
    const body = bodies.get(id);
    if (!body) throw BROKEN;
    const require = (specifier: string) => {
      const target = definition.imports[specifier];
      if (target === undefined) throw new Error(`“${specifier}” isn’t imported by “${id}”.`);
      instance.imports.add(target);
      return load(target, id);
    };
    const importModule = async (specifier: string) => {
      const exports = require(specifier);
      return exports.__esModule ? exports : { ...exports, default: exports };
    };
    const isOwn = definition.kind === "script";
    body(
      require,
      instance.module,
      instance.module.exports,
      (type: unknown, name: string) => isOwn && refresh?.register(type, `${id} ${name}`),
      () => refresh?.createSignatureFunctionForTransform() ?? ((type: unknown) => type),
      importModule,
      { env: ENVIRONMENT, url: `${location.origin}/${id}` },
      assetUrl,
      BROKEN,
    );
  }

  const isComponent = (value: unknown) => refresh?.isLikelyComponentType(value) ?? false;

  const running = (id: string) => {
    const instance = instances.get(id);
    if (!instance) return undefined;
    const { importers, module } = instance;
    return {
      id,
      importers: new Set([...importers].filter((name) => instances.get(name)?.imports.has(id))),
      isBoundary: isRefreshBoundary(module.exports, isComponent),
    };
  };

  /** Runs boundaries anew; on an error everything is as it was, and the error is thrown. */
  function rerun(outdated: ReadonlySet<string>, boundaries: ReadonlySet<string>): string[] {
    const before = instances;
    instances = new Map(
      [...before].flatMap(([id, instance]) =>
        outdated.has(id) ? [] : [[id, { ...instance, importers: new Set(instance.importers) }]],
      ),
    );
    try {
      for (const id of boundaries) {
        load(id, null);
        for (const importer of before.get(id)!.importers) {
          if (!outdated.has(importer)) instances.get(id)!.importers.add(importer);
        }
      }
    } catch (error) {
      instances = before;
      throw error;
    }
    return [...boundaries].filter((id) =>
      hasOtherExports(
        before.get(id)!.module.exports,
        instances.get(id)!.module.exports,
        isComponent,
      ),
    );
  }

  /**
   * Swaps what has changed in place.
   * @returns false when only loading the page afresh would show it
   */
  function update(changed: readonly FrameModule[]): boolean {
    let open = changed
      .filter(({ id, kind }) => {
        if (kind !== "style") return true;
        if (instances.has(id)) showStyle(id, definitions.get(id)!.code);
        return false;
      })
      .map(({ id }) => id)
      .filter((id) => instances.has(id));
    while (open.length > 0) {
      const spread = spreadChange(open, running);
      if (spread === null) return false;
      const changedBoundaries = rerun(spread.outdated, spread.boundaries);
      const importers = changedBoundaries.map((id) => instances.get(id)!.importers);
      if (importers.some((names) => names.size === 0)) return false;
      open = importers.flatMap((names) => [...names]);
    }
    refresh?.performReactRefresh();
    return true;
  }

  return {
    define(modules: readonly FrameModule[], found: ReadonlyMap<string, ModuleBody>) {
      for (const module of modules) {
        definitions.set(module.id, module);
        const body = found.get(module.id);
        if (body) bodies.set(module.id, body);
        else bodies.delete(module.id);
      }
    },
    remove(ids: readonly string[]) {
      for (const id of ids) {
        definitions.delete(id);
        bodies.delete(id);
        instances.delete(id);
      }
    },
    /** Loads react-refresh before React DOM, which looks for its hook once. */
    useRefresh(id: string): RefreshRuntime {
      refresh = load(id, null) as unknown as RefreshRuntime;
      refresh.injectIntoGlobalHook(window);
      return refresh;
    },
    load: (id: string) => load(id, null),
    update,
  };
}
