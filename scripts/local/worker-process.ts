// The process that `startWorker` runs: the built worker in workerd, its scheduled work, and a watch over
// both. It gets its settings by the first message, says `ready`, and ends when workerd doesn't answer.
import { startConnectionPool } from "./connection-pool.ts";
import { serveWorker, type WorkerSettings } from "./serve-worker.ts";

export type WorkerMessage = Omit<WorkerSettings, "onLog">;

/** As wrangler.toml has them: each with how often it comes, in milliseconds. */
const CRONS = [
  ["*/5 * * * *", 5 * 60_000],
  ["17 3 * * *", 24 * 3_600_000],
] as const;

const LOOK_EVERY_MS = 2_000;

process.once("message", (settings: WorkerMessage) => void run(settings));

async function run(settings: WorkerMessage): Promise<void> {
  const { DATABASE_URL } = settings.bindings;
  // A server elsewhere that wants TLS has a pool of its own before it, or gets the connections as they are.
  const isNear = DATABASE_URL && !/[?&]sslmode=(?!disable)/.test(DATABASE_URL);
  const pool = isNear ? await startConnectionPool(DATABASE_URL) : null;
  const worker = await serveWorker({
    ...settings,
    bindings: { ...settings.bindings, ...(pool ? { DATABASE_URL: pool.url } : {}) },
    onLog: (line) => console.log(line),
  });
  process.send?.("ready");
  for (const [cron, everyMs] of CRONS) {
    setInterval(() => void worker.runScheduled(cron).catch(console.error), everyMs).unref();
  }
  let missed = 0;
  setInterval(async () => {
    const answer = await fetch(`http://127.0.0.1:${settings.port}/healthz`, {
      signal: AbortSignal.timeout(LOOK_EVERY_MS),
    }).catch(() => null);
    missed = answer?.ok ? 0 : missed + 1;
    // Busy for a moment is no reason; workerd that has died never answers again.
    if (missed >= 5) process.exit(70);
  }, LOOK_EVERY_MS).unref();

  const stop = async () => {
    await worker.stop();
    await pool?.stop();
    process.exit(0);
  };
  process.on("SIGINT", () => void stop());
  process.on("SIGTERM", () => void stop());
  process.on("disconnect", () => void stop());
}
