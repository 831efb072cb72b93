import { cloudflare } from "@cloudflare/vite-plugin";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { createBuilder } from "vite";
import { fromRoot } from "../../scripts/paths.ts";

/**
 * Builds a worker of tests/edge as the product is built, beside the product's own assets.
 * @returns its dist folder
 */
export async function buildTestWorker(entry = "test-worker"): Promise<string> {
  const folder = entry === "test-worker" ? "tests/output/edge-node" : `tests/output/${entry}`;
  const config = fromRoot(folder, "wrangler.toml");
  const toml = await readFile(fromRoot("wrangler.toml"), "utf8");
  await mkdir(fromRoot(folder), { recursive: true });
  await writeFile(
    config,
    toml.replace('main = "edge/worker.ts"', `main = "../../edge/${entry}.ts"`),
  );
  const outDir = fromRoot(folder, "dist");
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
  return outDir;
}

if (import.meta.main) console.log(await buildTestWorker());
