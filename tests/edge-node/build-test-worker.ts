import { cloudflare } from "@cloudflare/vite-plugin";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { createBuilder } from "vite";
import { existsSync } from "node:fs";
import { fromRoot } from "../../scripts/paths.ts";
import { digestOf, readStamp, writeStamp } from "../../scripts/stale.ts";

const INPUTS = ["web", "edge", "shared", "tests/edge", "wrangler.toml", "package-lock.json"];

/**
 * Builds a worker of tests/edge as the product is built, beside the product's own assets, unless that
 * was done with the same sources before.
 * @returns its dist folder
 */
export async function buildTestWorker(entry = "test-worker"): Promise<string> {
  const folder = entry === "test-worker" ? "tests/output/edge-node" : `tests/output/${entry}`;
  const outDir = fromRoot(folder, "dist");
  const digest = await digestOf(INPUTS);
  if (existsSync(outDir) && (await readStamp(entry)) === digest) return outDir;
  const config = fromRoot(folder, "wrangler.toml");
  const toml = await readFile(fromRoot("wrangler.toml"), "utf8");
  await mkdir(fromRoot(folder), { recursive: true });
  await writeFile(
    config,
    toml.replace('main = "edge/worker.ts"', `main = "../../edge/${entry}.ts"`),
  );
  const builder = await createBuilder({
    configFile: false,
    root: fromRoot("web"),
    logLevel: "error",
    mode: "production",
    plugins: [cloudflare({ configPath: config })],
    worker: { format: "es" },
    build: { outDir, emptyOutDir: true },
  });
  await builder.buildApp();
  await writeStamp(entry, digest);
  return outDir;
}

if (import.meta.main) console.log(await buildTestWorker());
