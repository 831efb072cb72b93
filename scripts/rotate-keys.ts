// `npm run rotate-keys`: wraps every data key under the current master key. On one machine a new master
// key is made first. With DATABASE_URL and MASTER_KEYS set (a deployment) those are used: put the new key
// first in MASTER_KEYS, deploy, run this, and drop the old key when the worker has wrapped the keys of its
// Durable Objects anew, which its scheduled work does (edge/keys/README.md).
import { randomBytes } from "node:crypto";
import { resolve } from "node:path";
import { openDatabase } from "../edge/db/open-database.ts";
import { noteAct } from "../edge/db/rows/audit-rows.ts";
import { readMasterKeys } from "../edge/keys/master-keys.ts";
import { rotateKeys } from "../edge/keys/rotate-keys.ts";
import { runningDatabase } from "./local/running-database.ts";
import { readSecrets, writeSecrets } from "./local/secrets.ts";
import { ROOT } from "./paths.ts";

const state = resolve(ROOT, process.env.CV2WEB_STATE ?? ".cv2web");

async function rotate(url: string, masterKeysText: string): Promise<number> {
  const masterKeys = await readMasterKeys(masterKeysText);
  if (!masterKeys.ok) {
    console.error("MASTER_KEYS can’t be used: `id:base64 of 32 bytes`, comma separated.");
    return 1;
  }
  const open = openDatabase(url);
  const rotated = await rotateKeys(open.database, masterKeys.value);
  if (rotated.ok) {
    const detail = { keys: rotated.value, under: masterKeys.value.currentId };
    await noteAct(open.database, {
      personId: null,
      act: "key-rotation",
      requestId: null,
      detail,
    });
  }
  await open.end();
  if (!rotated.ok) {
    console.error(
      `${rotated.failure.message} A key that is still in use is missing in MASTER_KEYS.`,
    );
    return 1;
  }
  console.log(
    `${rotated.value} keys are under the master key “${masterKeys.value.currentId}” now.`,
  );
  return 0;
}

const { DATABASE_URL, MASTER_KEYS } = process.env;
if (DATABASE_URL && MASTER_KEYS) process.exit(await rotate(DATABASE_URL, MASTER_KEYS));

const file = resolve(state, "secrets.env");
const secrets = await readSecrets(file);
const database = await runningDatabase(state, secrets.POSTGRES_PASSWORD!);
if (!database.ok) {
  console.error(`${database.failure.message} ${database.failure.nextStep}`);
  process.exit(1);
}
// Kept before it is used: a key that wraps anything is never lost.
const added = `k${Date.now().toString(36)}:${randomBytes(32).toString("base64")}`;
const masterKeys = `${added},${secrets.MASTER_KEYS}`;
await writeSecrets(file, { ...secrets, MASTER_KEYS: masterKeys });
const code = await rotate(database.value.url, masterKeys);
await database.value.stop();
if (code === 0) console.log("Start CV2WEB again, so that it uses the new key.");
process.exit(code);
