import { and, eq, ne, sql } from "drizzle-orm";
import type { WrappedKey } from "../../keys/master-keys.ts";
import type { Database } from "../open-database.ts";
import { people, personKeys, serviceKeys } from "../schema.ts";

/** Whose key: a person's, or the service's own. */
export type KeyKind = "person" | "service";

/** Both tables of keys as one: who or what a key is for, which master key wraps it, the wrapped bytes. */
const TABLES = {
  person: { table: personKeys, owner: personKeys.personId },
  service: { table: serviceKeys, owner: serviceKeys.name },
} as const;

/**
 * The wrapped key of a person's id or a name; the first call keeps what is made, whoever is first.
 * `null` where there is no such person any more.
 */
export async function keepKey(
  database: Database,
  kind: KeyKind,
  name: string,
  make: () => Promise<WrappedKey>,
): Promise<WrappedKey | null> {
  const { table, owner } = TABLES[kind];
  const read = async () => {
    const rows = await database.select().from(table).where(eq(owner, name));
    return rows[0] ? wrappedIn(rows[0]) : null;
  };
  const there = await read();
  if (there) return there;
  const { masterKeyId, wrapped } = await make();
  await database.execute(
    kind === "person"
      ? sql`insert into person_keys (person_id, master_key_id, wrapped_key)
          select id, ${masterKeyId}, ${wrapped}::bytea from people where id = ${name} for key share
          on conflict do nothing`
      : sql`insert into service_keys (name, master_key_id, wrapped_key)
          values (${name}, ${masterKeyId}, ${wrapped}::bytea) on conflict do nothing`,
  );
  return read();
}

export interface KeptKey extends WrappedKey {
  readonly kind: KeyKind;
  /** The person's id, or the key's name. */
  readonly owner: string;
}

/** Up to `most` keys that another master key than this one wraps. */
export async function keysNotUnder(
  database: Database,
  masterKeyId: string,
  most: number,
): Promise<KeptKey[]> {
  const keys: KeptKey[] = [];
  for (const kind of ["person", "service"] as const) {
    const { table, owner } = TABLES[kind];
    const rows = await database
      .select({ owner, masterKeyId: table.masterKeyId, wrappedKey: table.wrappedKey })
      .from(table)
      .where(ne(table.masterKeyId, masterKeyId))
      .limit(most);
    keys.push(...rows.map((row) => ({ kind, owner: row.owner, ...wrappedIn(row) })));
  }
  return keys;
}

const wrappedIn = (row: { masterKeyId: string; wrappedKey: Uint8Array }): WrappedKey => ({
  masterKeyId: row.masterKeyId,
  wrapped: row.wrappedKey,
});

/** Replaces a wrapped key, unless somebody else has already. */
export async function replaceKey(database: Database, old: KeptKey, by: WrappedKey): Promise<void> {
  const next = { masterKeyId: by.masterKeyId, wrappedKey: by.wrapped, rotatedAt: new Date() };
  const { table, owner } = TABLES[old.kind];
  await database
    .update(table)
    .set(next)
    .where(and(eq(owner, old.owner), eq(table.masterKeyId, old.masterKeyId)));
}

/** Up to `most` people whose Durable Objects weren't looked at since this master key is the current one. */
export async function peopleNotUnder(
  database: Database,
  masterKeyId: string,
  most: number,
): Promise<readonly string[]> {
  const rows = await database
    .select({ id: people.id })
    .from(people)
    .where(sql`${people.objectsMasterKeyId} is distinct from ${masterKeyId}`)
    .limit(most);
  return rows.map(({ id }) => id);
}

/** All Durable Objects of a person are under this master key. */
export async function markWrapped(
  database: Database,
  personId: string,
  masterKeyId: string,
): Promise<void> {
  await database
    .update(people)
    .set({ objectsMasterKeyId: masterKeyId })
    .where(eq(people.id, personId));
}
