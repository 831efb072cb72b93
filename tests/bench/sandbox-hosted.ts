import { randomBytes } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PassThrough } from "node:stream";
import type { Browser } from "playwright-core";
import { startWorker } from "../../scripts/local/start-worker.ts";
import type { HostedView } from "../../shared/api/sandboxes.ts";
import type { ProjectFiles } from "../../shared/project.ts";
import { startTestRunner } from "../edge/test-runner.ts";
import { buildTestWorker } from "../edge-node/build-test-worker.ts";
import { freePort } from "../edge-node/free-port.ts";
import { until } from "../edge-node/runner/run-runner.ts";
import { residentMb } from "./resident.ts";

export interface HostedTimes {
  /** From the request to a machine that takes files, in milliseconds. */
  readonly machineMs: number;
  readonly previewMs: number;
  /** From asking for the running sandbox's link to the link. */
  readonly linkMs: number;
  /** Stopped before, its machine there; from the visit to the page. */
  readonly restoreMs: number;
  readonly memoryMb: number;
}

/**
 * A hosted sandbox through the worker and the local runner: one with its own machine, one with a machine
 * that stood ready.
 */
export async function measureHosted(
  browser: Browser,
  files: ProjectFiles,
  pool: 0 | 1,
): Promise<HostedTimes> {
  const runner = await startTestRunner();
  const folder = await mkdtemp(join(tmpdir(), "cv2web-bench-"));
  const port = await freePort();
  const bindings = {
    MASTER_KEYS: `bench:${randomBytes(32).toString("base64")}`,
    INTERNAL_KEY: randomBytes(32).toString("base64"),
    LOG_LEVEL: "error",
    SANDBOX_POOL: String(pool),
    ...runner.bindings,
  };
  const log = new PassThrough();
  log.resume();
  const worker = await startWorker({ port, folder, bindings, dist: await buildTestWorker() }, log);
  try {
    const url = `http://localhost:${port}`;
    await fetch(`${url}/api/sandbox/offer`);
    await until(async () => (await machines(runner.bindings)) === pool);
    return await measure(browser, url, files);
  } finally {
    await worker.stop();
    await runner.stop();
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** Machines that are started at the provider's. */
async function machines(at: {
  readonly DAYTONA_API_URL: string;
  readonly DAYTONA_API_KEY: string;
}): Promise<number> {
  const answer = await fetch(`${at.DAYTONA_API_URL}/sandbox`, {
    headers: { authorization: `Bearer ${at.DAYTONA_API_KEY}` },
  });
  const { items } = (await answer.json()) as { items: { state: string }[] };
  return items.filter(({ state }) => state === "started").length;
}

async function measure(browser: Browser, url: string, files: ProjectFiles): Promise<HostedTimes> {
  const headers = { "x-test-person": "ada", "content-type": "application/json" };
  const ask = async (method: string, path: string, body?: object) => {
    const answer = await fetch(`${url}${path}`, {
      method,
      headers,
      ...(body ? { body: JSON.stringify(body) } : {}),
    });
    if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
    return (await answer.json()) as HostedView;
  };
  const reached = (id: string, states: readonly string[]) =>
    until(async () => {
      const view = await ask("GET", `/api/sandbox/status/${id}`);
      if (view.status === "failed") throw new Error(JSON.stringify(view.failure));
      return states.includes(view.status) && view;
    });
  const page = await browser.newPage();
  const shown = async (view: HostedView) => {
    await page.goto(view.preview_url);
    await page.waitForFunction(() => document.body.textContent.includes("bench"));
  };
  const before = residentMb();
  const sent = Object.entries(files).map(([path, content]) => ({
    path,
    content: typeof content === "string" ? content : Buffer.from(content).toString("base64"),
    encoding: typeof content === "string" ? "utf8" : "base64",
  }));
  let began = performance.now();
  const passed = () => performance.now() - began;
  const { sandbox_id: id } = await ask("POST", "/api/sandbox", { files: sent, serves: true });
  await reached(id, ["building", "running"]);
  const machineMs = passed();
  await shown(await reached(id, ["running"]));
  const previewMs = passed();
  const memoryMb = residentMb() - before;
  began = performance.now();
  await ask("POST", `/api/sandbox/${id}/link`, {});
  const linkMs = passed();
  await ask("POST", `/api/sandbox/${id}/stop`);
  began = performance.now();
  await ask("POST", `/api/sandbox/${id}/visit`);
  await shown(await reached(id, ["running"]));
  const restoreMs = passed();
  await page.close();
  return { machineMs, previewMs, linkMs, restoreMs, memoryMb };
}
