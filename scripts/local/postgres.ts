/**
 * A real Postgres on this machine, for `npm start`, development and tests: made on the first start,
 * on loopback and a free port, with a password; it ends with the process that started it.
 */
import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { createWriteStream } from "node:fs";
import { chown, mkdtemp, rename, rm, stat, writeFile } from "node:fs/promises";
import { createServer, type AddressInfo } from "node:net";
import { resolve } from "node:path";
import postgres from "postgres";
import { fail, ok, type Result } from "../../shared/failure.ts";
import { placeFor, postgresAccount, type Account, type Place } from "./postgres-account.ts";
import { findPostgres } from "./postgres-binaries.ts";
import { clearLeftOver } from "./postgres-left-over.ts";

export interface LocalPostgres {
  /** `postgres://…`, with the password. */
  readonly url: string;
  /** The server's process id. */
  pid(): number;
  /** Ends it in order. */
  stop(): Promise<void>;
}

export interface PostgresSettings {
  /** Everything of it lies below this folder. */
  readonly folder: string;
  readonly password: string;
  /** Tests: nothing needs to outlive a power cut, which makes commits faster. */
  readonly volatile?: boolean;
}

const USER = "cv2web";
/** Where a local server answers. */
export const urlOf = (password: string, port: number) =>
  `postgres://${USER}:${password}@127.0.0.1:${port}/${USER}`;

const START_WITHIN_MS = 30_000;
const STOP_WITHIN_MS = 10_000;

/** Starts the server; resolves when it answers. Fails with `unavailable` where it can't. */
export async function startPostgres(settings: PostgresSettings): Promise<Result<LocalPostgres>> {
  const binaries = await findPostgres();
  if (!binaries.ok) return binaries;
  try {
    const account = await postgresAccount();
    const place = await placeFor(account, settings.folder, binaries.value);
    const data = resolve(place.folder, "data");
    await makeCluster(place, data, settings.password, account);
    await clearLeftOver(data);
    return ok(await supervise(place, data, settings, account));
  } catch (error) {
    return fail({
      kind: "unavailable",
      message: "The local Postgres didn’t start.",
      nextStep: `Its log is ${resolve(settings.folder, "server.log")}; DATABASE_URL uses another.`,
      detail: String(error),
      retryable: false,
    });
  }
}

/** Makes the data folder where there is none: beside its place first, so that it is whole or absent. */
async function makeCluster(
  { folder, binaries }: Place,
  data: string,
  password: string,
  account: Account | null,
): Promise<void> {
  if (await stat(data).catch(() => null)) return;
  const draft = await mkdtemp(resolve(folder, "new-"));
  const secret = resolve(draft, "password");
  await writeFile(secret, password, { mode: 0o600 });
  if (account) {
    await chown(draft, account.uid, account.gid);
    await chown(secret, account.uid, account.gid);
  }
  const made = spawn(
    binaries.initdb,
    [
      `--pgdata=${resolve(draft, "data")}`,
      `--username=${USER}`,
      "--auth=scram-sha-256",
      `--pwfile=${secret}`,
      "--encoding=UTF8",
      "--locale-provider=builtin",
      "--builtin-locale=C.UTF-8",
      "--locale=C",
      "--no-instructions",
    ],
    { ...account, cwd: folder, env: serverEnvironment(), stdio: ["ignore", "ignore", "pipe"] },
  );
  let complaint = "";
  made.stderr.on("data", (chunk: Buffer) => (complaint += chunk.toString()));
  const code = await exitOf(made);
  if (code !== 0) throw new Error(`initdb ended with ${code}: ${complaint}`);
  await rename(resolve(draft, "data"), data);
  await rm(draft, { recursive: true, force: true });
}

/** Only what it needs: nothing of our secrets, no locale of the machine. */
const serverEnvironment = () => ({ PATH: process.env.PATH, TZ: "UTC", LC_ALL: "C" });

const exitOf = async (child: ChildProcess): Promise<number | null> => {
  const ended = once(child, "exit") as Promise<[number | null]>;
  const failed = once(child, "error").then(([error]) => Promise.reject(error as Error));
  return (await Promise.race([ended, failed]))[0];
};

/** Runs the server, and runs it again on the same port when it ends by itself. */
async function supervise(
  place: Place,
  data: string,
  settings: PostgresSettings,
  account: Account | null,
): Promise<LocalPostgres> {
  const log = createWriteStream(resolve(settings.folder, "server.log"), { flags: "a" });
  const port = await freePort();
  const url = urlOf(settings.password, port);
  let stopping = false;
  let server: ChildProcess;
  let guard: ChildProcess | null = null;
  let ended: Promise<unknown>;

  const run = () => {
    server = spawn(place.binaries.postgres, serverArguments(data, port, settings.volatile), {
      ...account,
      cwd: place.folder,
      env: serverEnvironment(),
      stdio: ["ignore", "ignore", "pipe"],
      // Its own group: a Ctrl-C in the terminal must not end it before the worker has finished.
      detached: true,
    });
    server.stderr!.pipe(log, { end: false });
    guard = guardOver(server.pid!);
    ended = once(server, "exit").then(async () => {
      guard?.kill("SIGKILL");
      if (stopping) return;
      await clearLeftOver(data);
      run();
    });
  };
  run();
  const stop = async () => {
    stopping = true;
    await stopServer(server, ended);
    log.end();
  };
  try {
    await untilAnswers(url.replace(/\/[^/]*$/, "/postgres"));
  } catch (error) {
    await stop();
    throw error;
  }
  return { url, pid: () => server.pid!, stop };
}

const serverArguments = (data: string, port: number, volatile = false): string[] => {
  const options = {
    listen_addresses: "127.0.0.1",
    port: String(port),
    unix_socket_directories: "",
    max_connections: "200",
    shared_buffers: "64MB",
    log_timezone: "UTC",
    timezone: "UTC",
    // A statement's text would carry people's content into the log.
    log_statement: "none",
    log_min_error_statement: "panic",
    log_parameter_max_length_on_error: "0",
    ...(volatile ? { fsync: "off", full_page_writes: "off", synchronous_commit: "off" } : {}),
  };
  return [
    "-D",
    data,
    ...Object.entries(options).flatMap(([name, value]) => ["-c", `${name}=${value}`]),
  ];
};

/**
 * Ends the server when this process dies without having been able to: a shell waits at a pipe that
 * the system closes then.
 */
function guardOver(pid: number): ChildProcess | null {
  if (process.platform === "win32") return null;
  const guard = spawn("/bin/sh", ["-c", 'read -r _; kill -INT "$0"', String(pid)], {
    stdio: ["pipe", "ignore", "ignore"],
    detached: true,
  });
  guard.on("error", () => undefined);
  guard.unref();
  (guard.stdin as unknown as { unref?: () => void }).unref?.();
  return guard;
}

async function stopServer(server: ChildProcess, ended: Promise<unknown>): Promise<void> {
  if (server.exitCode === null && server.signalCode === null) {
    // “Fast”: connections are closed, what was committed is written.
    server.kill("SIGINT");
    const tooLong = setTimeout(() => server.kill("SIGQUIT"), STOP_WITHIN_MS);
    await ended;
    clearTimeout(tooLong);
  }
}

/** Resolves when the server answers and our database is there. */
async function untilAnswers(url: string): Promise<void> {
  const until = Date.now() + START_WITHIN_MS;
  for (;;) {
    const client = postgres(url, { max: 1, fetch_types: false, connect_timeout: 2 });
    try {
      const there = await client`select 1 from pg_database where datname = ${USER}`;
      if (there.length === 0) await client.unsafe(`create database ${USER}`);
      return;
    } catch (error) {
      if (Date.now() > until) throw error;
      await new Promise((wake) => setTimeout(wake, 50));
    } finally {
      await client.end({ timeout: 1 });
    }
  }
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, "127.0.0.1");
  await once(probe, "listening");
  const { port } = probe.address() as AddressInfo;
  probe.close();
  await once(probe, "close");
  return port;
}
