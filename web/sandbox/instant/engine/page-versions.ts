import type { FileContent, ProjectFiles } from "../../../../shared/project.ts";
import { mediaType } from "../compile/file-kinds.ts";
import type { FrameAsset, FrameModule } from "../messages.ts";
import type { Graph, GraphModule } from "./module-graph.ts";

/** What the frame is sent: everything, or what has changed. */
export interface PageContent {
  readonly html: string;
  readonly entries: readonly string[];
  readonly modules: readonly FrameModule[];
  readonly removed: readonly string[];
  readonly assets: readonly FrameAsset[];
}

interface Build {
  readonly graph: Graph;
  readonly html: string;
  readonly entries: readonly string[];
  readonly files: ProjectFiles;
}

/** Remembers what the frame has, and gives a new version to what differs from it. */
export class PageVersions {
  #version = 0;
  #html = "";
  #entries: readonly string[] = [];
  #modules = new Map<string, FrameModule>();
  #assets = new Map<string, FrameAsset>();

  /** Everything, for a frame that loads. */
  all(): PageContent {
    return {
      html: this.#html,
      entries: this.#entries,
      modules: [...this.#modules.values()],
      removed: [],
      assets: [...this.#assets.values()],
    };
  }

  /** Takes in a build. @returns what differs from the one before */
  next(build: Build): { readonly changes: PageContent; readonly hasChanged: boolean } {
    const { html, entries } = build;
    const assets = this.#changedAssets(build);
    const modules = this.#changedModules(build, new Set(assets.map(({ path }) => path)));
    const removed = [...this.#modules.keys()].filter((id) => !build.graph.modules.has(id));
    for (const id of removed) this.#modules.delete(id);
    const hasNewPage = html !== this.#html;
    this.#html = html;
    this.#entries = entries;
    const hasChanged = hasNewPage || modules.length + assets.length + removed.length > 0;
    return { changes: { html, entries, modules, removed, assets }, hasChanged };
  }

  #changedAssets({ graph, files }: Build): FrameAsset[] {
    const publicFiles = Object.keys(files).filter((path) => path.startsWith("public/"));
    const wanted = new Set([...graph.assets, ...publicFiles]);
    for (const path of this.#assets.keys()) if (!wanted.has(path)) this.#assets.delete(path);
    const changed: FrameAsset[] = [];
    for (const path of wanted) {
      const content = files[path];
      if (content === undefined || isSame(this.#assets.get(path)?.content, content)) continue;
      this.#version += 1;
      const asset: FrameAsset = {
        path,
        version: this.#version,
        mime: mediaType(path),
        content: content as FrameAsset["content"],
      };
      this.#assets.set(path, asset);
      changed.push(asset);
    }
    return changed;
  }

  /** A module that shows an asset runs again when the asset's address changes. */
  #changedModules({ graph }: Build, shown: ReadonlySet<string>): FrameModule[] {
    const changed: FrameModule[] = [];
    for (const module of graph.modules.values()) {
      const known = this.#modules.get(module.id);
      const mustRunAgain = module.assets.some((path) => shown.has(path));
      if (known && !mustRunAgain && isSameModule(known, module)) continue;
      this.#version += 1;
      const { id, kind, code, imports, map } = module;
      const next: FrameModule = {
        id,
        kind,
        code,
        imports,
        version: this.#version,
        ...(map && { map }),
      };
      this.#modules.set(id, next);
      changed.push(next);
    }
    return changed;
  }
}

const isSameModule = (a: FrameModule, b: GraphModule) =>
  a.code === b.code && a.kind === b.kind && JSON.stringify(a.imports) === JSON.stringify(b.imports);

function isSame(a: FileContent | undefined, b: FileContent): boolean {
  if (a === b) return true;
  if (a === undefined || typeof a === "string" || typeof b === "string") return false;
  return a.length === b.length && a.every((byte, index) => byte === b[index]);
}
