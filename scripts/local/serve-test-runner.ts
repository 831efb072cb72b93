// A local runner for one run of tests, in a process of its own: prints its address and token as one line
// of JSON, and ends, folder and all, when its standard input does.
import { chmod, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startRunner } from "../runner/start-runner.ts";

const folder = await mkdtemp(join(tmpdir(), "cv2web-machines-"));
// Its workspaces have accounts of their own.
await chmod(folder, 0o755);
const runner = await startRunner({ folder, port: 0 });
if (!runner.ok) {
  console.error(runner.failure.message);
  process.exit(1);
}
const { url, token } = runner.value;
console.log(JSON.stringify({ DAYTONA_API_URL: url, DAYTONA_API_KEY: token }));

process.stdin.resume();
process.stdin.once("end", async () => {
  await runner.value.stop();
  await rm(folder, { recursive: true, force: true });
  process.exit(0);
});
