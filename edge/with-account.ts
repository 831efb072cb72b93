import { fail, type Result } from "../shared/failure.ts";
import type { Tier } from "../shared/limits.ts";
import { composeStorage } from "./compose-storage.ts";
import type { Configuration } from "./configuration.ts";
import { NOT_REACHED } from "./db/is-ready.ts";
import { databaseUrl, openDatabase } from "./db/open-database.ts";
import { openKeyRing } from "./keys/key-ring.ts";
import type { Keeping } from "./storage/kept-portfolios.ts";

export interface AccountEnv extends Configuration {
  readonly BLOBS: R2Bucket;
  readonly HYPERDRIVE?: Hyperdrive;
}

/**
 * Does something in a person's account from a Durable Object, over a database client of its own. Fails
 * with `unavailable` without a database, as `KeyRing.person` does, and as the work itself.
 */
export async function withAccount<T>(
  env: AccountEnv,
  person: { readonly personId: string; readonly tier: Tier },
  work: (keeping: Keeping) => Promise<Result<T>>,
): Promise<Result<T>> {
  const url = databaseUrl(env);
  if (url === null) return fail(NOT_REACHED);
  const open = openDatabase(url);
  try {
    const database = () => open.database;
    const now = () => Date.now();
    const keys = openKeyRing({ masterKeys: env.MASTER_KEYS, database, now, memory: new Map() });
    const keeping = await composeStorage(env, database, keys).keepingOf(person);
    return keeping.ok ? await work(keeping.value) : keeping;
  } finally {
    await open.end().catch(() => undefined);
  }
}
