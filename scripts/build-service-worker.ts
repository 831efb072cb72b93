import { rm, writeFile } from "node:fs/promises";
import { build } from "esbuild";
import { injectManifest } from "workbox-build";
import { fromRoot } from "./paths.ts";

const OUT = fromRoot("dist/client");

/** The largest file kept for offline use is esbuild.wasm, 14 MB; bytes. */
const LARGEST = 20_000_000;

/** Bundles web/service-worker.ts and gives it the list of the build's files. */
export async function buildServiceWorker(): Promise<void> {
  const bundled = fromRoot(".cache/service-worker.js");
  await build({
    entryPoints: [fromRoot("web/service-worker.ts")],
    bundle: true,
    minify: true,
    format: "iife",
    target: "es2022",
    define: { "process.env.NODE_ENV": '"production"' },
    outfile: bundled,
    logLevel: "error",
  });
  const { warnings } = await injectManifest({
    swSrc: bundled,
    swDest: `${OUT}/service-worker.js`,
    globDirectory: OUT,
    globPatterns: ["**/*.{html,js,mjs,css,json,svg,woff2,wasm,webmanifest,png,bcmap,icc}"],
    globIgnores: [
      "service-worker.js",
      // The examples hold no letters of these.
      "kit/examples/*/assets/*-latin-ext-*",
      // Judges what a model wrote, which takes a network.
      "assets/axe.min-*",
      "kit/vendor/{motion,lucide-react}*",
    ],
    dontCacheBustURLsMatching: /[-.][A-Za-z0-9_-]{8,}\.[a-z0-9]+$/,
    maximumFileSizeToCacheInBytes: LARGEST,
  });
  if (warnings.length > 0) throw new Error(warnings.join("\n"));
  await rm(bundled);
  await writeFile(`${OUT}/.assetsignore`, ".vite\n");
}
