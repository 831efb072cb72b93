import { randomBytes } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PassThrough } from "node:stream";
import { startWorker } from "../../scripts/local/start-worker.ts";
import { buildTestWorker } from "./build-test-worker.ts";
import { freePort } from "./free-port.ts";

/**
 * The tests' worker in bare workerd, with hosted sandboxes where these settings (`DAYTONA_…`) say, and without
 * a database. `EDGE_LOG` shows what it writes.
 */
export async function startWorkerOver(
  provider: Readonly<Record<string, string>>,
): Promise<{ readonly url: string; stop(): Promise<void> }> {
  const dist = await buildTestWorker();
  const folder = await mkdtemp(join(tmpdir(), "cv2web-sandboxes-"));
  const port = await freePort();
  const bindings = {
    MASTER_KEYS: `test:${randomBytes(32).toString("base64")}`,
    INTERNAL_KEY: randomBytes(32).toString("base64"),
    ...provider,
    LOG_LEVEL: "error",
  };
  const log = new PassThrough();
  if (process.env.EDGE_LOG) log.pipe(process.stderr);
  else log.resume();
  const worker = await startWorker({ port, folder, bindings, dist }, log);
  return {
    url: `http://localhost:${port}`,
    stop: async () => {
      await worker.stop();
      await rm(folder, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}
