import { and, eq, ne } from "drizzle-orm";
import type { WrappedKey } from "../../keys/master-keys.ts";
import type { Database } from "../open-database.ts";
import { personKeys, serviceKeys } from "../schema.ts";

/** A person's wrapped key; the first call keeps `made`, whoever is first. */
export async function keepPersonKey(
  database: Database,
  personId: string,
  make: () => Promise<WrappedKey>,
): Promise<WrappedKey> {
  const read = async () =>
    (await database.select().from(personKeys).where(eq(personKeys.personId, personId))).map(
      ({ masterKeyId, wrappedKey }) => ({ masterKeyId, wrapped: wrappedKey }),
    )[0];
  const there = await read();
  if (there) return there;
  const { masterKeyId, wrapped } = await make();
  await database
    .insert(personKeys)
    .values({ personId, masterKeyId, wrappedKey: wrapped })
    .onConflictDoNothing();
  return (await read())!;
}

/** The same for a key of the service itself. */
export async function keepServiceKey(
  database: Database,
  name: string,
  make: () => Promise<WrappedKey>,
): Promise<WrappedKey> {
  const read = async () =>
    (await database.select().from(serviceKeys).where(eq(serviceKeys.name, name))).map(
      ({ masterKeyId, wrappedKey }) => ({ masterKeyId, wrapped: wrappedKey }),
    )[0];
  const there = await read();
  if (there) return there;
  const { masterKeyId, wrapped } = await make();
  await database
    .insert(serviceKeys)
    .values({ name, masterKeyId, wrappedKey: wrapped })
    .onConflictDoNothing();
  return (await read())!;
}

export interface KeptKey extends WrappedKey {
  readonly kind: "person" | "service";
  /** The person's id, or the key's name. */
  readonly owner: string;
}

/** Up to `most` keys that another master key than this one wraps. */
export async function keysNotUnder(
  database: Database,
  masterKeyId: string,
  most: number,
): Promise<KeptKey[]> {
  const ofPeople = await database
    .select()
    .from(personKeys)
    .where(ne(personKeys.masterKeyId, masterKeyId))
    .limit(most);
  const ofService = await database
    .select()
    .from(serviceKeys)
    .where(ne(serviceKeys.masterKeyId, masterKeyId))
    .limit(most);
  return [
    ...ofPeople.map((row) => ({ kind: "person" as const, owner: row.personId, ...wrappedIn(row) })),
    ...ofService.map((row) => ({ kind: "service" as const, owner: row.name, ...wrappedIn(row) })),
  ];
}

const wrappedIn = (row: { masterKeyId: string; wrappedKey: Uint8Array }): WrappedKey => ({
  masterKeyId: row.masterKeyId,
  wrapped: row.wrappedKey,
});

/** Replaces a wrapped key, unless somebody else has already. */
export async function replaceKey(database: Database, old: KeptKey, by: WrappedKey): Promise<void> {
  const next = { masterKeyId: by.masterKeyId, wrappedKey: by.wrapped, rotatedAt: new Date() };
  await (old.kind === "person"
    ? database
        .update(personKeys)
        .set(next)
        .where(and(eq(personKeys.personId, old.owner), eq(personKeys.masterKeyId, old.masterKeyId)))
    : database
        .update(serviceKeys)
        .set(next)
        .where(and(eq(serviceKeys.name, old.owner), eq(serviceKeys.masterKeyId, old.masterKeyId))));
}
