/**
 * `npm run bench:sandbox`: from asking for a sandbox to its page in Chromium, for each kind, with the
 * native `npm ci && vite` on the same project beside them (Figures); the last line is one JSON object.
 * What runs over the stand-in frame says nothing of WebContainer's own speed.
 */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { loadavg, tmpdir } from "node:os";
import { dirname, join } from "node:path";
import type { Browser } from "playwright-core";
import type { ProjectFiles } from "../../shared/project.ts";
import { buildIfStale } from "../../scripts/build.ts";
import { openRemoteSandbox } from "../contracts/remote-sandbox.ts";
import { tooling } from "../contracts/node-project.ts";
import { serveHeadless } from "../contracts/serve-headless.ts";
import { serveSandboxPage } from "../contracts/serve-sandbox-page.ts";
import { freePort } from "../edge-node/free-port.ts";
import { launchBrowser } from "../launch-browser.ts";
import { held, round } from "./edge-figures.ts";
import { benchProject } from "./preview-edits.ts";
import { residentMb } from "./resident.ts";
import { measureHosted } from "./sandbox-hosted.ts";

interface Times {
  readonly previewMs: number;
  readonly memoryMb: number;
}

/** A build in the browser, or Node in it: from opening the sandbox to its page. */
async function measureInBrowser(
  browser: Browser,
  files: ProjectFiles,
  kind: "instant" | "webcontainer",
): Promise<Times> {
  const served = await serveSandboxPage({ isIsolated: kind === "webcontainer" });
  const headless =
    kind === "webcontainer" ? await serveHeadless([`http://localhost:${served.port}`]) : null;
  const before = residentMb();
  const began = performance.now();
  const frame = headless ? { kind, frameOrigin: headless.origin } : { kind };
  const sandbox = await openRemoteSandbox(browser, served.port, files, frame);
  void sandbox.start();
  for (let isThere = false; !isThere;) {
    isThere =
      (await sandbox
        .frame()
        ?.evaluate(() => document.body.textContent.includes("bench"))
        // A frame that is just being navigated has no document to ask.
        .catch(() => false)) ?? false;
    const failed = (await sandbox.events()).find(
      (event) => event.type === "status" && event.status === "failed",
    );
    if (failed) throw new Error(`${kind}: ${JSON.stringify(failed)}`);
    await new Promise((wake) => setTimeout(wake, 20));
  }
  const times = { previewMs: performance.now() - began, memoryMb: residentMb() - before };
  await sandbox.dispose();
  await sandbox.page.context().close();
  await headless?.close();
  await served.close();
  return times;
}

/** `npm ci && vite` in a folder, as somebody at home would, with npm's own cache empty. */
async function measureNative(browser: Browser, files: ProjectFiles): Promise<Times> {
  const folder = await mkdtemp(join(tmpdir(), "cv2web-bench-"));
  const page = await browser.newPage();
  const port = await freePort();
  const before = residentMb();
  const began = performance.now();
  for (const [path, content] of Object.entries(files)) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), content);
  }
  const command = `npm ci --no-audit --no-fund --loglevel=error --cache .npm && exec npx vite --port ${port} --strictPort`;
  // A build of Vite's in this process leaves “production” behind, and npm no tools then.
  const { NODE_ENV: _, ...env } = process.env;
  const vite = spawn("/bin/sh", ["-c", command], {
    cwd: folder,
    env,
    stdio: "ignore",
    detached: true,
  });
  const url = `http://localhost:${port}/`;
  const answers = () =>
    fetch(url).then(
      ({ ok }) => ok,
      () => false,
    );
  while (!(await answers())) {
    if (vite.exitCode !== null) throw new Error(`npm ci && vite ended with ${vite.exitCode}.`);
    await new Promise((wake) => setTimeout(wake, 50));
  }
  await page.goto(url);
  await page.waitForFunction(() => document.body.textContent.includes("bench"));
  const times = { previewMs: performance.now() - began, memoryMb: residentMb() - before };
  await page.close();
  process.kill(-vite.pid!, "SIGKILL");
  await once(vite, "exit");
  await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  return times;
}

const tell = <T extends object>(name: string, times: T): T => {
  const rounded = Object.fromEntries(
    Object.entries(times).map(([key, value]) => [key, round(value as number, 0)]),
  );
  console.log(`${name}: ${JSON.stringify(rounded)}`);
  return rounded as T;
};

const machineLoad = round(loadavg()[0]!);
await buildIfStale();
const files = { ...tooling(), ...(await benchProject()) };
const browser = await launchBrowser();
// The first use of each engine warms the machine's disk cache, for all in the same way.
await measureInBrowser(browser, files, "instant");
const instant = tell("instant", await measureInBrowser(browser, files, "instant"));
const native = tell("native", await measureNative(browser, files));
const standIn = tell(
  "webcontainer-standin",
  await measureInBrowser(browser, files, "webcontainer"),
);
const hosted = tell("hosted", await measureHosted(browser, files, 0));
const pooled = tell("hosted, pool", await measureHosted(browser, files, 1));
await browser.close();
console.log(
  JSON.stringify({
    machineLoad,
    bars: {
      hostedCreatedMsWithPool: held(pooled.machineMs, 10_000),
      hostedLinkMs: held(pooled.linkMs, 2_000),
    },
    instant,
    "webcontainer-standin": standIn,
    hosted,
    "hosted-pool": pooled,
    native,
  }),
);
process.exit(0);
