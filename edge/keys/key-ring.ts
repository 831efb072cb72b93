import { ok, type Result } from "../../shared/failure.ts";
import type { Database } from "../db/open-database.ts";
import { keepKey } from "../db/rows/key-rows.ts";
import { openDataKey } from "./data-key.ts";
import { openLookUpKey, type LookUpKey } from "./look-up-key.ts";
import { openPersonKey, type PersonKey } from "./person-key.ts";

/** Keys as a request needs them; made at first use. All fail with `unavailable` without master keys. */
export interface KeyRing {
  person(personId: string): Promise<Result<PersonKey>>;
  /** For e-mail addresses and names of accounts. */
  lookUp(): Promise<Result<LookUpKey>>;
}

/** How long an isolate remembers an opened key, in milliseconds, and how many at most. */
const REMEMBERED_MS = 5 * 60_000;
const REMEMBERED = 1_000;

interface Remembered {
  readonly key: unknown;
  readonly until: number;
}

/** What one isolate remembers of opened keys, so that most requests ask the database for none. */
export type KeyMemory = Map<string, Remembered>;

export function openKeyRing(input: {
  readonly masterKeys: string | undefined;
  readonly database: () => Database;
  readonly now: () => number;
  readonly memory: KeyMemory;
}): KeyRing {
  const { memory, now } = input;

  // Only what is opened is remembered, never a promise: a worker may not wait for another request's.
  async function remembered<T>(name: string, open: () => Promise<Result<T>>): Promise<Result<T>> {
    const known = memory.get(name);
    if (known && known.until > now()) return ok(known.key as T);
    const opened = await open();
    memory.delete(name);
    if (!opened.ok) return opened;
    memory.set(name, { key: opened.value, until: now() + REMEMBERED_MS });
    if (memory.size > REMEMBERED) memory.delete(memory.keys().next().value!);
    return opened;
  }

  return {
    person: (personId) =>
      remembered(`person ${personId}`, async () => {
        const raw = await openDataKey(input.masterKeys, personId, {
          keep: (make) => keepKey(input.database(), "person", personId, make),
        });
        return raw.ok ? ok(await openPersonKey(raw.value)) : raw;
      }),
    lookUp: () =>
      remembered("service look-up", async () => {
        const raw = await openDataKey(input.masterKeys, "look-up", {
          keep: (make) => keepKey(input.database(), "service", "look-up", make),
        });
        return raw.ok ? ok(await openLookUpKey(raw.value)) : raw;
      }),
  };
}
