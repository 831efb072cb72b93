// `npm run build`: the kit (templates, packages, fonts), then the SPA with the worker, then the
// service worker's list of files. Builds only what is stale; --force builds all.
import { existsSync } from "node:fs";
import { fromRoot, PROGRAMS } from "./paths.ts";
import { runQuietly } from "./run-program.ts";
import { buildServiceWorker } from "./build-service-worker.ts";
import { digestOf, readStamp, writeStamp } from "./stale.ts";

const INPUTS = [
  "web",
  "edge",
  "shared",
  "templates",
  "scripts",
  "vite.config.ts",
  "wrangler.toml",
  "package-lock.json",
];

/** Builds the product into dist/ unless it is fresh. @returns whether it had to */
export async function buildIfStale(force = false): Promise<boolean> {
  const digest = await digestOf(INPUTS);
  const isFresh =
    existsSync(fromRoot("dist/client/index.html")) && (await readStamp("build")) === digest;
  if (isFresh && !force) return false;
  for (const [program, args] of [
    [fromRoot("scripts/kit/build-kit.ts"), []],
    [PROGRAMS.vite, ["build", "--logLevel", "warn"]],
  ] as const) {
    const { code, output } = await runQuietly(program, [...args], {
      // A test runner or shell may have set another; what is served is always the product.
      env: { ...process.env, NODE_ENV: "production" },
    });
    if (code !== 0) {
      process.stderr.write(output);
      throw new Error(`Building failed in ${program}`);
    }
  }
  await buildServiceWorker();
  await writeStamp("build", digest);
  return true;
}

if (import.meta.main) {
  const built = await buildIfStale(process.argv.includes("--force"));
  console.log(built ? "Built into dist/." : "dist/ is up to date.");
}
