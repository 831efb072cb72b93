import { expect, test } from "vitest";
import { openKeyRing } from "../../edge/keys/key-ring.ts";
import { readMasterKeys } from "../../edge/keys/master-keys.ts";
import { rotateKeys } from "../../edge/keys/rotate-keys.ts";
import { people } from "../../edge/db/schema.ts";
import { testEnv } from "./people.ts";
import { openSpareDatabase } from "./scheduled/spare-database.ts";

const secret = () => btoa(String.fromCharCode(...crypto.getRandomValues(new Uint8Array(32))));

test("after a rotation the new master key alone opens everything, and the old one nothing", async () => {
  // A database of its own: other tests go on under the first key.
  const database = await openSpareDatabase("rotation");
  const personId = crypto.randomUUID();
  await database.insert(people).values({ id: personId, name: "e1.x", email: "e1.y" });
  const ringWith = (masterKeys: string) =>
    openKeyRing({
      masterKeys,
      database: () => database,
      now: () => Date.now(),
      memory: new Map(),
    });
  const old = testEnv.MASTER_KEYS!;
  const before = await ringWith(old).person(personId);
  const lookUp = await ringWith(old).lookUp();
  if (!before.ok || !lookUp.ok) throw new Error("no key");
  const sealed = await before.value.sealJson({ name: "Ada" }, "row");
  const address = await lookUp.value.seal("ada@example.org");

  const added = `added:${secret()}`;
  const both = await readMasterKeys(`${added},${old}`);
  if (!both.ok) throw new Error("no master key");
  const rotated = await rotateKeys(database, both.value);
  expect(rotated.ok && rotated.value).toBeGreaterThanOrEqual(2);
  expect(await rotateKeys(database, both.value)).toEqual({ ok: true, value: 0 });

  const after = await ringWith(added).person(personId);
  expect(after.ok && (await after.value.unsealJson(sealed, "row"))).toEqual({ name: "Ada" });
  const found = await ringWith(added).lookUp();
  expect(found.ok && (await found.value.seal("ada@example.org"))).toBe(address);
  expect(await ringWith(old).person(personId)).toMatchObject({ ok: false });
});
