// `npm start`: builds what is stale, then serves the built product on one machine, worker and all,
// until Ctrl-C. PORT (8787) and CV2WEB_STATE (.cv2web) override the defaults.
import { createWriteStream } from "node:fs";
import { mkdir } from "node:fs/promises";
import { relative, resolve } from "node:path";
import { buildIfStale } from "./build.ts";
import { isPortFree } from "./is-port-free.ts";
import { startServices } from "./local/services.ts";
import { startWorker } from "./local/start-worker.ts";
import { ROOT } from "./paths.ts";

const port = Number(process.env.PORT ?? 8787);
const state = resolve(ROOT, process.env.CV2WEB_STATE ?? ".cv2web");

async function start(): Promise<void> {
  if (!Number.isInteger(port) || port < 1 || port > 65_535) {
    console.error(`PORT is “${process.env.PORT}”. Give it a number from 1 to 65535.`);
    process.exit(1);
  }
  if (!(await isPortFree(port))) {
    console.error(`Port ${port} is in use. Choose another: PORT=${port + 1} npm start`);
    process.exit(1);
  }
  await mkdir(state, { recursive: true });
  const logPath = resolve(state, "server.log");
  const log = createWriteStream(logPath);
  const [services] = await Promise.all([
    startServices(state, (line) => log.write(`${line}\n`)),
    buildIfStale(),
  ]);
  const { bindings } = services;
  const worker = await startWorker({ port, folder: resolve(state, "worker"), bindings }, log);

  let stopping = false;
  const stop = async () => {
    if (stopping) return;
    stopping = true;
    await worker.stop();
    await services.stop();
    process.exit(0);
  };
  process.on("SIGINT", stop);
  process.on("SIGTERM", stop);
  process.on("SIGHUP", stop);

  console.log(
    `CV2WEB runs at http://localhost:${port} (state in ${relative(ROOT, state) || state}, Ctrl-C stops it)`,
  );
  for (const note of services.notes) console.log(note);
  const code = await worker.ended;
  if (!stopping) {
    await services.stop();
    console.error(`The server ended by itself. Its log: ${logPath}`);
    process.exit(code);
  }
}

await start();
