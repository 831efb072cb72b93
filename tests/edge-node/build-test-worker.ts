import { cloudflare } from "@cloudflare/vite-plugin";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { createBuilder } from "vite";
import { fromRoot } from "../../scripts/paths.ts";

/** Builds the test worker as the product is built, beside the product's own assets. @returns its dist folder */
export async function buildTestWorker(): Promise<string> {
  const config = fromRoot("tests/output/edge-node/wrangler.toml");
  const toml = await readFile(fromRoot("wrangler.toml"), "utf8");
  await mkdir(fromRoot("tests/output/edge-node"), { recursive: true });
  await writeFile(
    config,
    toml.replace('main = "edge/worker.ts"', 'main = "../../edge/test-worker.ts"'),
  );
  const outDir = fromRoot("tests/output/edge-node/dist");
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
