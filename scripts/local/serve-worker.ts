/**
 * Runs the built worker (dist/) on one machine in real workerd, with its Durable Objects and R2 kept
 * in a folder. No development proxy stands in front: a request goes straight to workerd.
 */
import { existsSync, readFileSync } from "node:fs";
import { readdir } from "node:fs/promises";
import { basename, resolve } from "node:path";
import { convertV4MiniflareOptions, Miniflare, type Request as MiniflareRequest } from "miniflare";
import { unstable_getMiniflareWorkerOptions } from "wrangler";
import { answerDeriveKey } from "../../edge/auth/derive-key.ts";
import { fromRoot } from "../paths.ts";

export interface WorkerSettings {
  readonly port: number;
  /** Where Durable Objects and R2 are kept. */
  readonly folder: string;
  /** Configuration and secrets, by the names of edge/env.ts. */
  readonly bindings: Readonly<Record<string, string>>;
  /** Each line that the worker logs. */
  readonly onLog: (line: string) => void;
  /** The built product; `dist` when absent. */
  readonly dist?: string;
  /** `http://host:port` that answers for the world outside, asked for `/{the address, encoded}`. */
  readonly outside?: string;
}

export interface RunningWorker {
  readonly url: string;
  /** Runs the worker's scheduled work, as Cloudflare's cron would. */
  runScheduled(cron: string): Promise<void>;
  stop(): Promise<void>;
}

const TYPES: Readonly<Record<string, "ESModule" | "CompiledWasm" | "Text" | "Data">> = {
  js: "ESModule",
  mjs: "ESModule",
  wasm: "CompiledWasm",
  txt: "Text",
  html: "Text",
  sql: "Text",
  bin: "Data",
};

/** Starts the worker; resolves when it answers. @throws when it isn't built or the port is taken */
export async function serveWorker(settings: WorkerSettings): Promise<RunningWorker> {
  const folder = resolve(settings.dist ?? fromRoot("dist"), "cv2web");
  const configPath = resolve(folder, "wrangler.json");
  if (!existsSync(configPath)) throw new Error(`The worker isn’t built: ${configPath} is missing.`);
  const { main } = JSON.parse(readFileSync(configPath, "utf8")) as { main: string };
  const { workerOptions, externalWorkers } = unstable_getMiniflareWorkerOptions(configPath);
  // The modules are named below one by one; rules for finding them aren't taken beside that.
  const { modulesRules: _rules, ...options } = workerOptions;
  const miniflare = new Miniflare(
    convertV4MiniflareOptions({
      host: "127.0.0.1",
      port: 0,
      resourcePersistencePath: settings.folder,
      resourceTmpPath: resolve(settings.folder, "tmp"),
      cf: false,
      logRequests: false,
      handleStructuredLogs: ({ message }) => settings.onLog(message),
      workers: [
        {
          ...options,
          name: "cv2web",
          serviceBindings: {
            ...(options.serviceBindings as object | undefined),
            // workerd has one thread for all; a password's 70 ms are spent on one of Node's.
            KEY_DERIVER: answerDeriveKey,
          },
          bindings: {
            ...(options.bindings as object | undefined),
            PACK_FILES: "1",
            ...settings.bindings,
          },
          modules: [straightIn(folder, main), ...(await modulesIn(folder))],
          modulesRoot: folder,
          unsafeDirectSockets: [{ host: "127.0.0.1", port: settings.port, entrypoint: STRAIGHT }],
          ...(settings.outside ? { outboundService: askAt(settings.outside) } : {}),
        },
        ...externalWorkers,
      ],
    }),
  );
  await miniflare.ready;
  return {
    url: `http://localhost:${settings.port}`,
    runScheduled: async (cron) => {
      const worker = await miniflare.getWorker("cv2web");
      await worker.scheduled({ cron });
    },
    stop: () => miniflare.dispose(),
  };
}

const askAt =
  (outside: string) =>
  async (request: MiniflareRequest): Promise<Response> => {
    const { method } = request;
    const body = method === "GET" || method === "HEAD" ? null : await request.arrayBuffer();
    return fetch(`${outside}/${encodeURIComponent(request.url)}`, {
      method,
      headers: Object.fromEntries(request.headers),
      body,
      redirect: "manual",
    });
  };

/** The entrypoint to which requests go straight. */
const STRAIGHT = "straight";

/**
 * The main module again, with its handler under a name: a socket of Miniflare’s leads to a named entrypoint
 * itself, but to the default one through three workers of its own, which would take as long as ours.
 */
const straightIn = (folder: string, main: string) => ({
  type: "ESModule" as const,
  path: resolve(folder, "straight.js"),
  contents: `export * from "./${main}";
export { default, default as ${STRAIGHT} } from "./${main}";
`,
});

/** The built modules. */
async function modulesIn(folder: string) {
  const names = await readdir(folder, { recursive: true });
  return names.flatMap((name) => {
    const type = TYPES[basename(name).split(".").at(-1) ?? ""];
    return type && !name.startsWith(".") ? [{ type, path: resolve(folder, name) }] : [];
  });
}
