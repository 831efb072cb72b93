/** What lies in the Durable Objects of the worker under test: every row, as text. */
import { listDurableObjectIds, runInDurableObject } from "cloudflare:test";
import { env } from "cloudflare:workers";

const CLASSES = ["JOB", "JOB_QUEUE", "PERSON_QUOTA", "READINGS", "SIGN_IN_GUARD"] as const;
type ClassName = (typeof CLASSES)[number];

const namespaceOf = (name: ClassName) =>
  (env as unknown as Record<ClassName, DurableObjectNamespace>)[name];

const asText = (value: unknown): string =>
  value instanceof ArrayBuffer
    ? new TextDecoder("latin1").decode(value)
    : typeof value === "string"
      ? value
      : JSON.stringify(value);

/** Every row of one object's tables, and what it keeps by key. */
async function dump(stub: DurableObjectStub): Promise<readonly string[]> {
  return runInDurableObject(stub, async (_instance, { storage }) => {
    const tables = storage.sql
      .exec<{ name: string }>("SELECT name FROM sqlite_master WHERE type = 'table'")
      .toArray()
      .filter(({ name }) => !name.startsWith("_cf_") && !name.startsWith("sqlite_"));
    const rows = tables.flatMap(({ name }) =>
      storage.sql
        .exec(`SELECT * FROM "${name}"`)
        .toArray()
        .map((row) => `${name}: ${Object.values(row).map(asText).join(" | ")}`),
    );
    const byKey = [...(await storage.list())].map(([key, value]) => `${key} = ${asText(value)}`);
    return [...rows, ...byKey];
  });
}

/** The rows of one object, by its name. */
export const insideOf = (name: ClassName, objectName: string): Promise<readonly string[]> => {
  const namespace = namespaceOf(name);
  return dump(namespace.get(namespace.idFromName(objectName)));
};

/** Rows of any object in which a text occurs. */
export async function rowsInObjects(text: string): Promise<readonly string[]> {
  const found: string[] = [];
  for (const name of CLASSES) {
    const namespace = namespaceOf(name);
    for (const id of await listDurableObjectIds(namespace)) {
      const rows = await dump(namespace.get(id));
      found.push(...rows.filter((row) => row.includes(text)).map((row) => `${name} ${row}`));
    }
  }
  return found;
}
