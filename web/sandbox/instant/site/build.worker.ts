/** The static build's worker: esbuild's wasm lives here, away from the engine that answers edits. */
import type { BuildOutput } from "../../../../shared/build.ts";
import type { Result } from "../../../../shared/failure.ts";
import type { Kit } from "../../../../shared/kit.ts";
import type { ProjectFiles } from "../../../../shared/project.ts";
import type { CompiledTemplate } from "../compile/compiled-file.ts";
import { templateTable } from "../engine/compilers.ts";
import { loadHeavyParts } from "../engine/heavy-parts.ts";
import { buildSite } from "./build-site.ts";
import type { Rendered } from "./site-inputs.ts";
import type { SourcePack } from "./source-pack.ts";
import { startEsbuild } from "./start-esbuild.ts";

export type ToBuilder =
  | { readonly type: "build"; readonly id: number; readonly kit: Kit; readonly files: ProjectFiles }
  /** A build will be asked for soon: what it takes long to start is started. */
  | { readonly type: "warm"; readonly kit: Kit }
  | { readonly type: "rendered"; readonly id: number; readonly page: Rendered }
  | { readonly type: "not-rendered"; readonly id: number; readonly message: string };

export type FromBuilder =
  | { readonly type: "prerender"; readonly id: number; readonly code: string }
  | { readonly type: "built"; readonly id: number; readonly result: Result<BuildOutput> };

const post = (message: FromBuilder) => (self as unknown as Worker).postMessage(message, []);
const rendering = new Map<number, PromiseWithResolvers<Rendered>>();

async function loadText(url: string): Promise<string> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url} answered ${response.status}`);
  return response.text();
}

/** Packs are some megabytes of JSON: they are read once for all builds of this worker. */
const packs = new Map<string, Promise<SourcePack>>();
function loadPack(url: string): Promise<SourcePack> {
  const known = packs.get(url) ?? loadText(url).then((json) => JSON.parse(json) as SourcePack);
  packs.set(url, known);
  known.catch(() => packs.delete(url));
  return known;
}

async function build({ id, kit, files }: Extract<ToBuilder, { type: "build" }>) {
  const table = templateTable(files, kit);
  const [esbuild, compiled] = await Promise.all([
    startEsbuild(kit.esbuild),
    table === null ? null : loadText(table).then((json) => JSON.parse(json) as CompiledTemplate),
  ]);
  const result = await buildSite(files, {
    esbuild,
    sources: kit.sources,
    loadPack,
    tailwind: loadHeavyParts(kit, loadText).tailwind,
    prerender: (code) => {
      const page = Promise.withResolvers<Rendered>();
      rendering.set(id, page);
      post({ type: "prerender", id, code });
      return page.promise;
    },
    quiet: compiled?.quiet ?? [],
    now: () => performance.now(),
  });
  post({ type: "built", id, result });
}

/** esbuild’s machine, and the sources of the packages that every page is rendered with. */
async function warm(kit: Kit) {
  const urls = ["react", "react-dom/server"].flatMap((name) => kit.sources[name]?.url ?? []);
  await Promise.all([startEsbuild(kit.esbuild), ...[...new Set(urls)].map(loadPack)]);
}

self.addEventListener("message", ({ data }: MessageEvent<ToBuilder>) => {
  if (data.type === "build") {
    build(data).catch((error: unknown) => {
      const failure = {
        kind: "unavailable",
        message: "The builder could not be loaded.",
        nextStep: "Check your connection and try again; nothing is lost.",
        detail: String(error),
        retryable: true,
      } as const;
      post({ type: "built", id: data.id, result: { ok: false, failure } });
    });
  } else if (data.type === "warm") {
    // What fails here fails again, and is told, when it is needed.
    warm(data.kit).catch(() => undefined);
  } else if (data.type === "rendered") rendering.get(data.id)?.resolve(data.page);
  else rendering.get(data.id)?.reject(new Error(data.message));
});
