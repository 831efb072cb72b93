import { ok, type Result } from "../../shared/failure.ts";
import type { Database } from "../db/open-database.ts";
import { keysNotUnder, replaceKey } from "../db/rows/key-rows.ts";
import type { MasterKeys } from "./master-keys.ts";

/** Keys of one round. */
const AT_ONCE = 500;

/**
 * Wraps every data key under the current master key. What the data keys encrypt stays as it is. Can be
 * stopped and begun again at any point. Fails when a master key that is still in use is missing.
 * @returns how many keys were wrapped anew
 */
export async function rotateKeys(
  database: Database,
  masterKeys: MasterKeys,
): Promise<Result<number>> {
  let count = 0;
  for (;;) {
    const due = await keysNotUnder(database, masterKeys.currentId, AT_ONCE);
    if (due.length === 0) return ok(count);
    for (const key of due) {
      const raw = await masterKeys.unwrap(key, key.owner);
      if (!raw.ok) return raw;
      await replaceKey(database, key, await masterKeys.wrap(raw.value, key.owner));
      count++;
    }
  }
}
