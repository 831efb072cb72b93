import { randomBytes } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PassThrough } from "node:stream";
import { migrate } from "../../edge/db/migrate.ts";
import { startPostgres, type LocalPostgres } from "../../scripts/local/postgres.ts";
import { readMigrations } from "../../scripts/local/read-migrations.ts";
import { startWorker, type StartedWorker } from "../../scripts/local/start-worker.ts";
import { freePort } from "./free-port.ts";

export interface RunningEdge {
  /** `http://localhost:PORT` */
  readonly url: string;
  /** Everything that it keeps lies below: `postgres`, `worker`. */
  readonly folder: string;
  readonly postgres: LocalPostgres;
  readonly bindings: Readonly<Record<string, string>>;
  worker(): StartedWorker;
  /** Ends the worker in order and starts it again with other settings beside the same. */
  restartWorker(bindings: Readonly<Record<string, string>>): Promise<void>;
  stop(): Promise<void>;
}

interface Given {
  readonly dist?: string;
  readonly databasePort?: number;
  readonly outside?: string;
  readonly bindings?: Readonly<Record<string, string>>;
}

const secret = () => randomBytes(32).toString("base64");

/**
 * The built worker in bare workerd and a real Postgres, each in processes of their own, with a folder of
 * their own: `npm start` without its build and its mail.
 * @param given.dist the built product; `dist` when absent
 * @param given.outside `http://host:port` that answers for the world outside
 * @param given.databasePort where the worker reaches Postgres: a proxy before it, say
 * @throws when one of them doesn't start
 */
export async function runEdge(given: Given = {}): Promise<RunningEdge> {
  const folder = await mkdtemp(join(tmpdir(), "cv2web-edge-"));
  const server = await startPostgres({ folder: join(folder, "postgres"), password: "for-tests" });
  if (!server.ok) {
    await rm(folder, { recursive: true, force: true });
    throw new Error(`${server.failure.message} ${server.failure.detail}`);
  }
  const postgres = server.value;
  const end = async () => {
    await postgres.stop();
    await rm(folder, { recursive: true, force: true });
  };
  try {
    return await runOver(given, folder, postgres, end);
  } catch (error) {
    await end();
    throw error;
  }
}

async function runOver(
  given: Given,
  folder: string,
  postgres: LocalPostgres,
  end: () => Promise<void>,
): Promise<RunningEdge> {
  await migrate(postgres.url, await readMigrations());
  const port = await freePort();
  const database = new URL(postgres.url);
  if (given.databasePort) database.port = String(given.databasePort);
  const bindings = {
    DATABASE_URL: database.href,
    MASTER_KEYS: `first:${secret()}`,
    AUTH_SECRET: secret(),
    PASSWORD_PEPPER: secret(),
    INTERNAL_KEY: secret(),
    OPERATOR_TOKEN: "for-tests",
    LOG_LEVEL: "error",
    ...given.bindings,
  };
  const log = new PassThrough();
  if (process.env.EDGE_LOG) log.pipe(process.stderr);
  else log.resume();
  const start = (more: Readonly<Record<string, string>>) =>
    startWorker(
      {
        port,
        folder: join(folder, "worker"),
        bindings: { ...bindings, ...more },
        ...(given.dist ? { dist: given.dist } : {}),
        ...(given.outside ? { outside: given.outside } : {}),
      },
      log,
      // Tests kill it more often than a sound one ever ends.
      Infinity,
    );
  let worker = await start({});
  return {
    url: `http://localhost:${port}`,
    folder,
    postgres,
    bindings,
    worker: () => worker,
    restartWorker: async (more) => {
      await worker.stop();
      worker = await start(more);
    },
    stop: async () => {
      await worker.stop();
      await end();
    },
  };
}
