// A migrated Postgres for one run of tests, in a process of its own: prints its address as one line
// of JSON, and ends, folder and all, when its standard input does.
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { migrate } from "../../edge/db/migrate.ts";
import { startPostgres } from "./postgres.ts";
import { readMigrations } from "./read-migrations.ts";

const folder = await mkdtemp(join(tmpdir(), "cv2web-tests-"));
const server = await startPostgres({ folder, password: "for-tests", volatile: true });
if (!server.ok) {
  console.error(server.failure.message, server.failure.detail);
  process.exit(1);
}
await migrate(server.value.url, await readMigrations());
console.log(JSON.stringify({ url: server.value.url, folder, pid: server.value.pid() }));

process.stdin.resume();
process.stdin.once("end", async () => {
  await server.value.stop();
  await rm(folder, { recursive: true, force: true });
  process.exit(0);
});
