import { readFile } from "node:fs/promises";
import { createContext, runInContext } from "node:vm";
import * as esbuild from "esbuild";
import type { Kit, KitTemplate } from "../../shared/kit.ts";
import { tailwindCompiler } from "../../web/sandbox/instant/compile/compile-tailwind.ts";
import { buildSite } from "../../web/sandbox/instant/site/build-site.ts";
import {
  PRERENDER_GLOBAL,
  type Rendered,
  type SiteParts,
} from "../../web/sandbox/instant/site/site-inputs.ts";
import type { SourcePack } from "../../web/sandbox/instant/site/source-pack.ts";
import { fromRoot } from "../paths.ts";
import type { KitWriter } from "./kit-writer.ts";
import type { PackedTemplate } from "./pack-templates.ts";
import { tailwindSheets } from "./tailwind-sheets.ts";

/**
 * The finished site of each template with its sample résumé, by the same build as in the browser.
 * A template whose site can't be built is left out and told in `problems`.
 */
export async function writeExamples(
  writer: KitWriter,
  packed: readonly PackedTemplate[],
  sources: Kit["sources"],
  problems: string[],
): Promise<Record<string, KitTemplate>> {
  const templates: Record<string, KitTemplate> = {};
  const sheets = await tailwindSheets();
  const packs = new Map<string, Promise<SourcePack>>();
  const loadPack = (url: string) => {
    const pack = packs.get(url) ?? readPack(url);
    packs.set(url, pack);
    return pack;
  };
  for (const { manifest, files, quiet, pack, compiled } of packed) {
    const parts: SiteParts = {
      esbuild,
      sources,
      loadPack,
      tailwind: async () => tailwindCompiler(sheets),
      prerender: async (code) => runPrerender(code),
      quiet,
      now: () => performance.now(),
    };
    const built = await buildSite(files, parts);
    if (!built.ok) {
      problems.push(`templates/${manifest.id}: ${built.failure.detail ?? built.failure.message}`);
      continue;
    }
    for (const [path, content] of Object.entries(built.value.files)) {
      await writer.plain(`examples/${manifest.id}/${path}`, content);
    }
    const example = `/kit/examples/${manifest.id}/index.html`;
    templates[manifest.id] = { manifest, pack, compiled, example };
  }
  return templates;
}

const readPack = async (url: string) =>
  JSON.parse(await readFile(fromRoot("web/public", url.slice(1)), "utf8")) as SourcePack;

/** A channel that doesn't keep the process alive: React's server build opens one and never ends it. */
class TimerChannel {
  readonly port1: { onmessage: ((event: unknown) => void) | null } = { onmessage: null };
  readonly port2 = { postMessage: () => void setTimeout(() => this.port1.onmessage?.({})) };
}

/** Our own templates only: a context keeps their globals apart, it is no fence. */
function runPrerender(code: string): Rendered {
  const context = createContext({
    TextEncoder,
    URL,
    MessageChannel: TimerChannel,
    setTimeout,
    queueMicrotask,
    console,
  });
  return runInContext(`${code};${PRERENDER_GLOBAL}.render()`, context) as Rendered;
}
