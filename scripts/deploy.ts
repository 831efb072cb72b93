// `npm run deploy`: checks the settings, builds, migrates the database, and deploys worker, assets and
// secrets to Cloudflare. `npm run deploy -- --dry-run` builds and checks without an account or database.
// Settings come from `.env.production` (never committed) or the environment; the README lists them.
import { readFile, writeFile } from "node:fs/promises";
import { buildIfStale } from "./build.ts";
import { deployedConfig, readSettings, SECRETS, type Settings } from "./deploy-settings.ts";
import { fromRoot, PROGRAMS } from "./paths.ts";
import { runProgram } from "./run-program.ts";

const isDryRun = process.argv.includes("--dry-run");

async function deploy(settings: Settings): Promise<number> {
  // The SPA is told the host of people's pages when it is built.
  if (settings.PREVIEW_HOST) process.env.VITE_PREVIEW_HOST = settings.PREVIEW_HOST;
  await buildIfStale(Boolean(settings.PREVIEW_HOST));
  const built = JSON.parse(await readFile(fromRoot("dist/cv2web/wrangler.json"), "utf8"));
  const config = fromRoot("dist/cv2web/wrangler.deploy.json");
  await writeFile(config, JSON.stringify(deployedConfig(built, settings)));
  if (!isDryRun) {
    const migrated = await runProgram(fromRoot("scripts/migrate.ts"), []);
    if (migrated !== 0) return migrated;
  }
  const secrets = fromRoot("dist/cv2web/secrets.json");
  const given = Object.fromEntries(
    SECRETS.flatMap((name) => (settings[name] ? [[name, settings[name]]] : [])),
  );
  await writeFile(secrets, JSON.stringify(given), { mode: 0o600 });
  const args = ["deploy", "--config", config, "--secrets-file", secrets];
  return runProgram(PROGRAMS.wrangler, isDryRun ? [...args, "--dry-run"] : args, {
    env: { ...process.env, WRANGLER_SEND_METRICS: "false" },
  });
}

const settings = await readSettings(fromRoot(".env.production"), process.env);
if (!settings.ok && !isDryRun) {
  console.error(`${settings.failure.message}\n${settings.failure.nextStep}`);
  process.exit(1);
}
process.exit(await deploy(settings.ok ? settings.value : {}));
