import { describe, expect, test } from "vitest";
import { openLookUpKey } from "./look-up-key.ts";
import { newDataKey, readMasterKeys } from "./master-keys.ts";
import { openPersonKey } from "./person-key.ts";

const base64 = (fill: number) => btoa(String.fromCharCode(...new Uint8Array(32).fill(fill)));

async function masterKeys(text: string) {
  const keys = await readMasterKeys(text);
  if (!keys.ok) throw new Error(keys.failure.message);
  return keys.value;
}

describe("master keys", () => {
  test("wrap under the first, unwrap under each, and bind the owner", async () => {
    const before = await masterKeys(`old:${base64(1)}`);
    const dataKey = newDataKey();
    const wrapped = await before.wrap(dataKey, "ada");
    const after = await masterKeys(`new:${base64(2)}, old:${base64(1)}`);
    expect(await after.unwrap(wrapped, "ada")).toEqual({ ok: true, value: dataKey });
    expect((await after.wrap(dataKey, "ada")).masterKeyId).toBe("new");
    expect(await after.unwrap(wrapped, "eve")).toMatchObject({ ok: false });
  });

  test("that are missing or gone are a failure, not a crash", async () => {
    const wrapped = await (await masterKeys(`old:${base64(1)}`)).wrap(newDataKey(), "ada");
    const other = await masterKeys(`new:${base64(2)}`);
    expect(await other.unwrap(wrapped, "ada")).toMatchObject({ failure: { kind: "unavailable" } });
    for (const text of [undefined, "", "nonsense", "a:short", `a:${base64(1)},b:%%%`]) {
      expect(await readMasterKeys(text), text).toMatchObject({ ok: false });
    }
  });
});

describe("a person's key", () => {
  test("opens what it sealed under the same name, and nothing else", async () => {
    const key = await openPersonKey(newDataKey());
    const sealed = await key.sealJson({ name: "Ada Lovelace" }, "portfolio 1");
    expect(new TextDecoder("latin1").decode(sealed)).not.toContain("Ada");
    expect(await key.unsealJson(sealed, "portfolio 1")).toEqual({ name: "Ada Lovelace" });
    expect(await key.unseal(sealed, "portfolio 2")).toBeNull();
    const changed = sealed.with(20, sealed[20]! ^ 1);
    await expect(key.unsealJson(changed, "portfolio 1")).rejects.toThrow();
    expect(await (await openPersonKey(newDataKey())).unseal(sealed, "portfolio 1")).toBeNull();
  });

  test("gives the same id for the same text, another for another kind or person", async () => {
    const raw = newDataKey();
    const [one, again] = [await openPersonKey(raw), await openPersonKey(raw)];
    const id = await one.idOf("blob", "t-1");
    expect(id).toMatch(/^[\w-]{43}$/);
    expect(await again.idOf("blob", "t-1")).toBe(id);
    expect(await one.idOf("version", "t-1")).not.toBe(id);
    expect(await (await openPersonKey(newDataKey())).idOf("blob", "t-1")).not.toBe(id);
  });
});

describe("the look-up key", () => {
  test("finds a text again without showing it", async () => {
    const raw = newDataKey();
    const key = await openLookUpKey(raw);
    const sealed = await key.seal("ada@example.org");
    expect(sealed).not.toContain("ada");
    expect(await (await openLookUpKey(raw)).seal("ada@example.org")).toBe(sealed);
    expect(await key.seal("ada@example.com")).not.toBe(sealed);
    expect(await key.open(sealed)).toBe("ada@example.org");
    expect(await key.seal(sealed)).toBe(sealed);
  });

  test("opens nothing that was changed", async () => {
    const key = await openLookUpKey(newDataKey());
    const sealed = await key.seal("ada@example.org");
    const broken = sealed.slice(0, 30) + (sealed[30] === "A" ? "B" : "A") + sealed.slice(31);
    await expect(key.open(broken)).rejects.toThrow();
  });
});
