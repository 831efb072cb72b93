// `npm start`: builds what is stale, then serves the built product on one machine, worker and all,
// until Ctrl-C. PORT (8787) and CV2WEB_STATE (.cv2web) override the defaults.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { createWriteStream } from "node:fs";
import { mkdir } from "node:fs/promises";
import { createServer } from "node:net";
import { relative, resolve } from "node:path";
import { buildIfStale } from "./build.ts";
import { fromRoot, PROGRAMS, ROOT } from "./paths.ts";

const port = Number(process.env.PORT ?? 8787);
const state = resolve(ROOT, process.env.CV2WEB_STATE ?? ".cv2web");

async function isFree(candidate: number): Promise<boolean> {
  const probe = createServer();
  probe.listen(candidate, "127.0.0.1");
  const [outcome] = await Promise.race([
    once(probe, "listening").then(() => [true]),
    once(probe, "error").then(() => [false]),
  ]);
  probe.close();
  return outcome === true;
}

/** Resolves when the server answers; rejects when its process ends before that. */
async function untilReady(ended: Promise<unknown>): Promise<void> {
  let hasEnded = false;
  void ended.then(() => (hasEnded = true));
  for (;;) {
    if (hasEnded) throw new Error("the server ended while starting");
    const answer = await fetch(`http://127.0.0.1:${port}/healthz`).catch(() => null);
    if (answer?.ok) return;
    await new Promise((wake) => setTimeout(wake, 100));
  }
}

async function start(): Promise<void> {
  if (!Number.isInteger(port) || port < 1 || port > 65_535) {
    console.error(`PORT is “${process.env.PORT}”. Give it a number from 1 to 65535.`);
    process.exit(1);
  }
  if (!(await isFree(port))) {
    console.error(`Port ${port} is in use. Choose another: PORT=${port + 1} npm start`);
    process.exit(1);
  }
  await mkdir(state, { recursive: true });
  await buildIfStale();

  const logPath = resolve(state, "server.log");
  const log = createWriteStream(logPath);
  const server = spawn(
    process.execPath,
    [
      PROGRAMS.wrangler,
      "dev",
      "--config",
      fromRoot("dist/cv2web/wrangler.json"),
      "--port",
      String(port),
      "--ip",
      "127.0.0.1",
      "--persist-to",
      resolve(state, "worker"),
      "--show-interactive-dev-session=false",
      "--log-level",
      "warn",
    ],
    {
      cwd: ROOT,
      stdio: ["ignore", "pipe", "pipe"],
      // Its own group: a Ctrl-C reaches this process alone, which then ends the server in order.
      detached: true,
      env: {
        ...process.env,
        CLOUDFLARE_CF_FETCH_ENABLED: "false",
        WRANGLER_SEND_METRICS: "false",
        WRANGLER_LOG_PATH: resolve(state, "wrangler-logs"),
        WRANGLER_REGISTRY_PATH: resolve(state, "wrangler-registry"),
        XDG_CONFIG_HOME: resolve(state, "config"),
        WRANGLER_HIDE_BANNER: "true",
        NO_UPDATE_NOTIFIER: "1",
      },
    },
  );
  server.stdout.pipe(log);
  server.stderr.pipe(log);
  const ended = once(server, "exit");

  let stopping = false;
  const stop = async () => {
    if (stopping) return;
    stopping = true;
    server.kill("SIGINT");
    const tooLong = setTimeout(() => process.kill(-server.pid!, "SIGKILL"), 5_000);
    await ended;
    clearTimeout(tooLong);
    process.exit(0);
  };
  process.on("SIGINT", stop);
  process.on("SIGTERM", stop);
  process.on("SIGHUP", stop);

  await untilReady(ended);
  console.log(
    `CV2WEB runs at http://localhost:${port} (state in ${relative(ROOT, state) || state}, Ctrl-C stops it)`,
  );
  const [code] = await ended;
  if (!stopping) {
    console.error(`The server ended by itself. Its log: ${logPath}`);
    process.exit(code || 1);
  }
}

await start();
