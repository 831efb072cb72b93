import { resolve } from "node:path";
import { ok, type Result } from "../../shared/failure.ts";
import { readRunningPort } from "./postgres-left-over.ts";
import { startPostgres, urlOf } from "./postgres.ts";

/**
 * The local database for a command: the one that `npm start` runs just now, else one for as long as the
 * command takes. Fails as `startPostgres` does.
 */
export async function runningDatabase(
  state: string,
  password: string,
): Promise<Result<{ readonly url: string; stop(): Promise<void> }>> {
  const folder = resolve(state, "postgres");
  const port = await readRunningPort(resolve(folder, "data"));
  if (port !== null) return ok({ url: urlOf(password, port), stop: async () => undefined });
  return startPostgres({ folder, password });
}
