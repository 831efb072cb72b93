import { assert, asyncProperty } from "fast-check";
import { expect, test } from "vitest";
import { openMemoryStorage } from "../../web/storage/portfolio-storage.ts";
import { openClient } from "../../web/api/open-client.ts";
import { httpAccountStorage } from "../../web/sync/http-account-storage.ts";
import { syncAccount } from "../../web/sync/sync-account.ts";
import type { Caller } from "../../edge/caller.ts";
import { acts, runModel } from "../fakes/sync-model.ts";
import { addPerson, appAs } from "./people.ts";

const accountOf = (caller: Caller) =>
  httpAccountStorage(
    openClient({
      send: appAs(caller),
      origin: "http://localhost:8787",
      newRequestId: () => crypto.randomUUID(),
    }),
  );

test("three devices on the real account: all agree in the end, nothing is lost", async () => {
  await assert(
    asyncProperty(acts(24), async (steps) => {
      const person = await addPerson();
      await runModel(steps, accountOf(person), person.personId);
    }),
    { numRuns: 10 },
  );
}, 180_000);

test("pictures and texts of every kind come down as they went up", async () => {
  const person = await addPerson();
  const account = accountOf(person);
  const files = {
    "src/bom.ts": "\ufeffconst umlaut = 'ä€😀';\r\n",
    "src/empty.ts": "",
    "public/picture.png": crypto.getRandomValues(new Uint8Array(60_000)),
    "public/same.png": new Uint8Array(100_000),
    "public/text-as-bytes.bin": new TextEncoder().encode("const a = 1;"),
    "src/text.ts": "const a = 1;",
  };
  const [one, two] = [openMemoryStorage(), openMemoryStorage()];
  const created = await one.create({ name: "Ada", files });
  const id = created.ok ? created.value : "";
  for (const storage of [one, two]) {
    const round = await syncAccount({ storage, account, personId: person.personId });
    expect(round).toMatchObject({ ok: true });
  }
  const there = await two.readPortfolio(id);
  expect(there.ok && (await two.readFiles(there.value.tree))).toEqual({ ok: true, value: files });
});

test("what was made without an account goes up with the first sign-in, and never to somebody else’s", async () => {
  const [ada, eve] = [await addPerson(), await addPerson()];
  const storage = openMemoryStorage();
  await storage.create({ name: "Made before", files: { "a.ts": "a" } });
  await syncAccount({ storage, account: accountOf(ada), personId: ada.personId });
  await syncAccount({ storage, account: accountOf(eve), personId: eve.personId });
  const [adas, eves] = await Promise.all([accountOf(ada).changes(0), accountOf(eve).changes(0)]);
  expect(adas).toMatchObject({ value: { items: [{ name: "Made before" }] } });
  expect(eves).toMatchObject({ value: { items: [] } });
});
