// `npm run restore -- --day 2026-11-20 [--url http://localhost:8787]`: writes a backup into an empty
// database and bucket, through a running worker. OPERATOR_TOKEN is taken from the environment, else from
// the secrets of this machine; MASTER_KEYS of the worker must be those of the backup.
import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { readSecrets } from "./local/secrets.ts";
import { ROOT } from "./paths.ts";

const { values } = parseArgs({
  options: { day: { type: "string" }, url: { type: "string", default: "http://localhost:8787" } },
});
if (!values.day) {
  console.error("Usage: npm run restore -- --day 2026-11-20 [--url http://localhost:8787]");
  process.exit(2);
}
const state = resolve(ROOT, process.env.CV2WEB_STATE ?? ".cv2web");
const token =
  process.env.OPERATOR_TOKEN ?? (await readSecrets(resolve(state, "secrets.env"))).OPERATOR_TOKEN;

/** @throws with the worker's own words when it refuses */
async function call<T>(path: string, body: object): Promise<T> {
  const answer = await fetch(new URL(path, values.url), {
    method: "POST",
    headers: { "content-type": "application/json", authorization: `Bearer ${token}` },
    body: JSON.stringify(body),
  });
  const content = (await answer.json()) as T & { message?: string; nextStep?: string };
  if (!answer.ok) throw new Error(`${content.message} ${content.nextStep}`);
  return content;
}

try {
  const { rows } = await call<{ rows: number }>("/api/operator/restore/rows", { day: values.day });
  let blobs = 0;
  for (let after: string | null = ""; after !== null;) {
    const page: { copied: number; next: string | null } = await call(
      "/api/operator/restore/blobs",
      { after },
    );
    blobs += page.copied;
    after = page.next;
  }
  console.log(`Restored ${rows} rows and ${blobs} contents of ${values.day}.`);
} catch (error) {
  console.error((error as Error).message);
  process.exit(1);
}
