import { fail, type Result } from "../../shared/failure.ts";
import { composeStorage } from "../compose-storage.ts";
import { NOT_REACHED } from "../db/is-ready.ts";
import { databaseUrl, openDatabase } from "../db/open-database.ts";
import { openKeyRing } from "../keys/key-ring.ts";
import { storePortfolio, type NewPortfolio } from "../storage/store-portfolio.ts";
import type { JobContext } from "./job-work.ts";

/** Keeps a job's portfolio in its person's account, over a database client of its own. */
export async function keepInAccount(
  { env, personId, tier }: JobContext,
  portfolio: NewPortfolio,
): Promise<Result<void>> {
  const url = databaseUrl(env);
  if (url === null) return fail(NOT_REACHED);
  const open = openDatabase(url);
  try {
    const database = () => open.database;
    const now = () => Date.now();
    const keys = openKeyRing({ masterKeys: env.MASTER_KEYS, database, now, memory: new Map() });
    const keeping = await composeStorage(env, database, keys).keepingOf({ personId, tier });
    return keeping.ok ? await storePortfolio(keeping.value, portfolio) : keeping;
  } finally {
    await open.end().catch(() => undefined);
  }
}
