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
export function createPageVersions() {
  let version = 0;
  let html = "";
  let entries: readonly string[] = [];
  const modules = new Map<string, FrameModule>();
  const assets = new Map<string, FrameAsset>();

  function changedAssets({ graph, files }: Build): FrameAsset[] {
    const publicFiles = Object.keys(files).filter((path) => path.startsWith("public/"));
    const wanted = new Set([...graph.assets, ...publicFiles]);
    for (const path of assets.keys()) if (!wanted.has(path)) assets.delete(path);
    const changed: FrameAsset[] = [];
    for (const path of wanted) {
      const content = files[path];
      if (content === undefined || isSame(assets.get(path)?.content, content)) continue;
      version += 1;
      const asset: FrameAsset = {
        path,
        version,
        mime: mediaType(path),
        content: content as FrameAsset["content"],
      };
      assets.set(path, asset);
      changed.push(asset);
    }
    return changed;
  }

  /** A module that shows an asset runs again when the asset's address changes. */
  function changedModules({ graph }: Build, shown: ReadonlySet<string>): FrameModule[] {
    const changed: FrameModule[] = [];
    for (const module of graph.modules.values()) {
      const known = modules.get(module.id);
      const mustRunAgain = module.assets.some((path) => shown.has(path));
      if (known && !mustRunAgain && isSameModule(known, module)) continue;
      version += 1;
      const { id, kind, code, imports, map } = module;
      const next: FrameModule = { id, kind, code, imports, version, ...(map && { map }) };
      modules.set(id, next);
      changed.push(next);
    }
    return changed;
  }

  const all = (): PageContent => ({
    html,
    entries,
    modules: [...modules.values()],
    removed: [],
    assets: [...assets.values()],
  });

  function next(build: Build) {
    const newAssets = changedAssets(build);
    const newModules = changedModules(build, new Set(newAssets.map((asset) => asset.path)));
    const removed = [...modules.keys()].filter((id) => !build.graph.modules.has(id));
    for (const id of removed) modules.delete(id);
    const hasNewPage = build.html !== html;
    ({ html, entries } = build);
    const changes: PageContent = {
      html,
      entries,
      modules: newModules,
      removed,
      assets: newAssets,
    };
    const hasChanged = hasNewPage || newModules.length + newAssets.length + removed.length > 0;
    return { changes, hasChanged, all };
  }
  return { next, all };
}

const isSameModule = (a: FrameModule, b: GraphModule) =>
  a.code === b.code && a.kind === b.kind && JSON.stringify(a.imports) === JSON.stringify(b.imports);

function isSame(a: FileContent | undefined, b: FileContent): boolean {
  if (a === b) return true;
  if (a === undefined || typeof a === "string" || typeof b === "string") return false;
  return a.length === b.length && a.every((byte, index) => byte === b[index]);
}
