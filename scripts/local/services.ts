/**
 * What the worker needs on one machine beside itself: secrets, Postgres, a place for e-mail. What
 * can't start is left out and said in one line; the app's main job needs none of it.
 */
import { mkdir } from "node:fs/promises";
import { relative, resolve } from "node:path";
import { migrate } from "../../edge/db/migrate.ts";
import { SECRETS, VARIABLES } from "../deploy-settings.ts";
import { ROOT } from "../paths.ts";
import { startMailReceiver } from "./mail-receiver.ts";
import { startPostgres } from "./postgres.ts";
import { readMigrations } from "./read-migrations.ts";
import { startLocalRunner } from "./runner.ts";
import { readSecrets, type Secrets } from "./secrets.ts";

export interface LocalServices {
  /** Configuration and secrets for the worker, by the names of edge/configuration.ts. */
  readonly bindings: Readonly<Record<string, string>>;
  /** What is off, one line each. */
  readonly notes: readonly string[];
  stop(): Promise<void>;
}

type Stop = () => Promise<void>;

/** Names that the environment may set; everything else in it stays out of the worker. */
const FROM_ENVIRONMENT: readonly string[] = [
  ...SECRETS,
  ...VARIABLES,
  "DATABASE_URL",
  "GEMINI_BASE_URL",
];

/** Starts what the environment doesn't name; `log` takes lines for the start's own log. */
export async function startServices(
  state: string,
  log: (line: string) => void,
): Promise<LocalServices> {
  await mkdir(state, { recursive: true });
  const secrets = await readSecrets(resolve(state, "secrets.env"));
  const given = Object.fromEntries(
    FROM_ENVIRONMENT.flatMap((name) => {
      const value = process.env[name];
      return value ? [[name, value]] : [];
    }),
  );
  const notes: string[] = [];
  const stops: Stop[] = [];
  const { POSTGRES_PASSWORD, ...forWorker } = secrets;
  const [database, runner] = await Promise.all([
    findDatabase(state, given.DATABASE_URL, POSTGRES_PASSWORD!, notes, stops),
    given.DAYTONA_API_KEY ? {} : findRunner(state, log, notes, stops),
  ]);
  const mail = given.MAIL_URL ? {} : await receiveMail(state, secrets, log, stops);
  return {
    bindings: { ...forWorker, ...database, ...runner, ...mail, ...given },
    notes,
    // The worker has gone by then; the database goes last.
    stop: async () => {
      for (const stop of stops.toReversed()) await stop();
    },
  };
}

async function findDatabase(
  state: string,
  givenUrl: string | undefined,
  password: string,
  notes: string[],
  stops: Stop[],
): Promise<Record<string, string>> {
  let url = givenUrl;
  if (!url) {
    const server = await startPostgres({ folder: resolve(state, "postgres"), password });
    if (!server.ok) {
      const { message, nextStep } = server.failure;
      notes.push(`Accounts and saving to one are off. ${message} ${nextStep}`);
      return {};
    }
    stops.push(() => server.value.stop());
    url = server.value.url;
  }
  try {
    await migrate(url, await readMigrations());
    return { DATABASE_URL: url };
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    notes.push(
      `Accounts and saving to one are off: the database can’t be brought up to date. ${why}`,
    );
    return {};
  }
}

/** Where projects run without a Daytona account: on this machine, which isolates little. */
async function findRunner(
  state: string,
  log: (line: string) => void,
  notes: string[],
  stops: Stop[],
): Promise<Record<string, string>> {
  const { RUNNER, NODE_ENV, PORT = "8787" } = process.env;
  if (RUNNER === "off" || (NODE_ENV === "production" && RUNNER !== "on")) return {};
  if (process.platform === "win32") {
    notes.push("Sandboxes on this machine are off: they need Linux or macOS.");
    return {};
  }
  const runner = await startLocalRunner(
    {
      folder: resolve(state, "runner"),
      // The same page under its other name; the worker answers both.
      appOrigins: [`http://localhost:${PORT}`, `http://127.0.0.1:${PORT}`],
    },
    { write: (lines: Buffer | string) => (log(lines.toString().trimEnd()), true) },
  );
  void runner.ready.then((ready) => {
    if (ready.ok) return;
    const { message, nextStep } = ready.failure;
    notes.push(`Sandboxes on this machine are off. ${message} ${nextStep}`);
  });
  const { port, token } = runner;
  stops.push(() => runner.stop());
  return {
    DAYTONA_API_URL: `http://127.0.0.1:${port}/api`,
    DAYTONA_API_KEY: token,
    SANDBOX_LOCAL: "1",
    WEBCONTAINER_FRAME_ORIGIN: `http://headless.localhost:${port}`,
  };
}

async function receiveMail(
  state: string,
  secrets: Secrets,
  log: (line: string) => void,
  stops: Stop[],
): Promise<Record<string, string>> {
  const folder = resolve(state, "mail");
  const receiver = await startMailReceiver({
    folder,
    key: secrets.MAIL_KEY!,
    onMail: ({ to, subject, file }) =>
      log(JSON.stringify({ event: "mail-received", to, subject, file: relative(ROOT, file) })),
  });
  stops.push(() => receiver.stop());
  return { MAIL_URL: receiver.url, MAIL_FROM: "CV2WEB <cv2web@localhost>" };
}
