import { runInDurableObject } from "cloudflare:test";
import { expect, test } from "vitest";
import { composeRequest } from "../../edge/compose.ts";
import { wrapObjects } from "../../edge/keys/wrap-objects.ts";
import type { ReadingCache } from "../../edge/objects/reading-cache.ts";
import { insideOf } from "./inside-objects.ts";
import { openKeyRing } from "../../edge/keys/key-ring.ts";
import { readMasterKeys } from "../../edge/keys/master-keys.ts";
import { rotateKeys } from "../../edge/keys/rotate-keys.ts";
import { people } from "../../edge/db/schema.ts";
import { testEnv, correlationFor } from "./people.ts";
import { openSpareDatabase } from "./scheduled/spare-database.ts";

test("after a rotation the keys of a person’s Durable Objects are under the new master key", async () => {
  const database = await openSpareDatabase("objects_rotation");
  const personId = crypto.randomUUID();
  await database.insert(people).values({ id: personId, name: "e1.x", email: "e1.y" });
  const places = composeRequest(testEnv, () => undefined, correlationFor("test-wrap"));
  await places.readingsOf({ personId }).put("a reading", new Uint8Array([1, 2, 3]));
  const readings = testEnv.READINGS as unknown as DurableObjectNamespace<ReadingCache>;
  const stub = readings.get(readings.idFromName(personId));
  const wrapsIt = () =>
    runInDurableObject(stub, (_object, { storage }) =>
      storage.sql.exec<{ id: string }>("SELECT master_key AS id FROM object_key").one(),
    );
  expect(await wrapsIt()).toEqual({ id: "tests" });

  // With one master key nothing is done.
  expect(await wrapObjects(database, places, testEnv.MASTER_KEYS)).toMatchObject({
    value: { people: 0 },
  });
  // The object as it is after a deployment with both keys, and then with the new one alone.
  const added = `added:${secret()}`;
  const deploy = (masterKeys: string) =>
    runInDurableObject(stub, (object) => {
      const settings = object as unknown as { env: { MASTER_KEYS: string } };
      settings.env = { ...settings.env, MASTER_KEYS: masterKeys };
    });
  const both = `${added},${testEnv.MASTER_KEYS}`;
  await deploy(both);
  expect(await wrapObjects(database, places, both)).toEqual({
    ok: true,
    value: { people: 1, areLeft: false },
  });
  expect(await wrapsIt()).toEqual({ id: "added" });
  expect(await wrapObjects(database, places, both)).toMatchObject({ value: { people: 0 } });
  await deploy(added);
  expect(await places.readingsOf({ personId }).get("a reading")).toEqual(new Uint8Array([1, 2, 3]));
  // Nobody's object is made by looking at it.
  expect(await insideOf("JOB", "never ordered")).toEqual([]);
});

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
