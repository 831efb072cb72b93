import type { ElsewherePlace } from "../../shared/api/elsewhere.ts";
import { fail, ok, type Failure, type Result } from "../../shared/failure.ts";
import { HOST_NAMES, type OtherHostId } from "../../shared/site/elsewhere.ts";
import type { Caller } from "../caller.ts";
import type { Database } from "../db/open-database.ts";
import {
  changeElsewhere,
  findElsewhere,
  listElsewhere,
  putElsewhere,
} from "../db/rows/elsewhere-rows.ts";
import { sealedNameOf } from "../db/rows/owned-tables.ts";
import { readVaultKey, writeVaultKey } from "../db/rows/vault-rows.ts";
import type { KeyRing } from "../keys/key-ring.ts";
import type { PersonKey } from "../keys/person-key.ts";
import { rowIdOf } from "../storage/kept-portfolios.ts";
import type { Place, Sending } from "./other-host.ts";

/** What is sealed of a place. */
interface Kept {
  readonly place: Place;
  readonly sending: Sending | null;
}

export interface KeptPlace extends Kept {
  readonly rowId: string;
}

export interface PlaceBook {
  readonly database: () => Database;
  readonly keys: KeyRing;
}

const nameOf = (rowId: string) => sealedNameOf("elsewhere", "place", rowId);

/** A person’s token for a host. Fails with `not-found` where none is kept, and as `KeyRing.person` does. */
export async function tokenOf(
  { database, keys }: PlaceBook,
  { personId }: Pick<Caller, "personId">,
  host: OtherHostId,
): Promise<Result<string>> {
  const kept = await readVaultKey(database(), personId, host);
  if (!kept) return fail(noToken(host));
  const person = await keys.person(personId);
  if (!person.ok) return person;
  const name = sealedNameOf("vault_keys", "key", kept.id);
  return ok((await person.value.unsealJson(kept.sealedKey, name)) as string);
}

/** Seals a token and keeps it instead of the one before. @returns its last characters */
export async function keepToken(
  { database, keys }: PlaceBook,
  { personId }: Pick<Caller, "personId">,
  given: { readonly host: OtherHostId; readonly token: string; readonly id: string },
): Promise<Result<string>> {
  const person = await keys.person(personId);
  if (!person.ok) return person;
  const { host, token, id } = given;
  const sealedKey = await person.value.sealJson(token, sealedNameOf("vault_keys", "key", id));
  const ending = token.slice(-4);
  await writeVaultKey(database(), personId, host, { id, sealedKey, ending });
  return ok(ending);
}

const openRow = async (
  key: PersonKey,
  row: { readonly id: string; readonly sealedPlace: Uint8Array },
): Promise<KeptPlace> => {
  const kept = (await key.unsealJson(row.sealedPlace, nameOf(row.id))) as Kept;
  return { ...kept, rowId: row.id };
};

/** A portfolio’s place at a host; `null` where it has none. */
export async function readPlace(
  { database, keys }: PlaceBook,
  { personId }: Pick<Caller, "personId">,
  portfolioId: string,
  host: OtherHostId,
): Promise<Result<KeptPlace | null>> {
  const person = await keys.person(personId);
  if (!person.ok) return person;
  const rowId = await rowIdOf(person.value, portfolioId);
  const row = await findElsewhere(database(), personId, rowId, host);
  return ok(row ? await openRow(person.value, row) : null);
}

export async function listPlaces(
  { database, keys }: PlaceBook,
  { personId }: Pick<Caller, "personId">,
  portfolioId: string,
): Promise<Result<ElsewherePlace[]>> {
  const person = await keys.person(personId);
  if (!person.ok) return person;
  const rows = await listElsewhere(database(), personId, await rowIdOf(person.value, portfolioId));
  const places = rows.map(async (row) => {
    const { place } = await openRow(person.value, row);
    return viewOfPlace(row.host as OtherHostId, place);
  });
  return ok(await Promise.all(places));
}

/** Keeps where a portfolio goes at a host; what was sent to the same place before stays known. */
export async function keepPlace(
  book: PlaceBook,
  caller: Pick<Caller, "personId">,
  at: { readonly portfolioId: string; readonly host: OtherHostId; readonly newId: () => string },
  place: Place,
): Promise<Result<Place>> {
  const before = await readPlace(book, caller, at.portfolioId, at.host);
  if (!before.ok) return before;
  const known = before.value?.place;
  const isSame = known !== undefined && known.id === place.id && known.branch === place.branch;
  const next = isSame ? { ...place, sent: known.sent, isNew: known.isNew } : place;
  const person = await book.keys.person(caller.personId);
  if (!person.ok) return person;
  const id = at.newId();
  const kept: Kept = { place: next, sending: null };
  await putElsewhere(book.database(), caller.personId, {
    id,
    host: at.host,
    portfolioId: await rowIdOf(person.value, at.portfolioId),
    sealedPlace: await person.value.sealJson(kept, nameOf(id)),
  });
  return ok(next);
}

/** Fails with `conflict` where the place was changed meanwhile. */
export async function changePlace(
  { database, keys }: PlaceBook,
  { personId }: Pick<Caller, "personId">,
  { rowId, place, sending }: KeptPlace,
): Promise<Result<void>> {
  const person = await keys.person(personId);
  if (!person.ok) return person;
  const kept: Kept = { place, sending };
  const sealed = await person.value.sealJson(kept, nameOf(rowId));
  return (await changeElsewhere(database(), rowId, sealed)) ? ok(undefined) : fail(OTHER_SEND);
}

export const viewOfPlace = (host: OtherHostId, place: Place): ElsewherePlace => {
  const { name, branch, url, page, remark, sent } = place;
  return { host, name, branch, url, page, remark, sentAt: sent?.at ?? null };
};

const noToken = (host: OtherHostId): Failure => ({
  kind: "not-found",
  message: `No token for ${HOST_NAMES[host]} is kept.`,
  nextStep: "Add one first.",
  retryable: false,
});
export const NO_PLACE: Failure = {
  kind: "not-found",
  message: "It isn’t said yet where this goes.",
  nextStep: "Choose a name there first.",
  retryable: false,
};
export const OTHER_SEND: Failure = {
  kind: "conflict",
  message: "Something else is on its way to the same place.",
  nextStep: "Send it again; nothing was changed there by this try.",
  retryable: true,
};
