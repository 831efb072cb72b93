import { spawn, type ChildProcess } from "node:child_process";
import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { request, type IncomingMessage } from "node:http";
import { text } from "node:stream/consumers";
import { afterAll, beforeAll, expect, test } from "vitest";
import { fromRoot } from "../../scripts/paths.ts";
import type { HostedView } from "../../shared/api/sandboxes.ts";
import type { HostedOffer } from "../../shared/hosted-sandbox.ts";
import { freePort } from "./free-port.ts";
import { runnerFolder, until } from "./runner/run-runner.ts";
import { startWorkerOver } from "./worker-over-runner.ts";

let url: string;
let runner: ChildProcess;
let startRunner: () => Promise<void>;
const ends: (() => unknown)[] = [];

beforeAll(async () => {
  const machines = await runnerFolder();
  const token = randomBytes(32).toString("base64url");
  const settings = { folder: machines.path, port: await freePort(), token };
  startRunner = async () => {
    runner = spawn(process.execPath, [fromRoot("scripts/runner/runner-process.ts")], {
      stdio: ["ignore", "inherit", "inherit", "ipc"],
    });
    const said = once(runner, "message");
    runner.send(settings);
    expect((await said)[0]).toMatchObject({ ok: true });
  };
  await startRunner();
  ends.push(machines.remove, async () => {
    runner.kill("SIGTERM");
    await once(runner, "exit");
  });
  const worker = await startWorkerOver({
    DAYTONA_API_URL: `http://127.0.0.1:${settings.port}/api`,
    DAYTONA_API_KEY: token,
  });
  ends.push(worker.stop);
  ({ url } = worker);
});

afterAll(async () => {
  for (const end of ends.toReversed()) await end();
});

const ask = (person: string, method: string, path: string, body?: object) =>
  fetch(url + path, {
    method,
    headers: { "x-test-person": person, "content-type": "application/json" },
    ...(body ? { body: JSON.stringify(body) } : {}),
  });
const viewOf = async (person: string, id: string) =>
  (await (await ask(person, "GET", `/api/sandbox/status/${id}`)).json()) as HostedView;
const offer = async () => (await (await fetch(`${url}/api/sandbox/offer`)).json()) as HostedOffer;

/** A name below `localhost` is this machine, whatever its resolver says. */
async function getAt(address: string, cookie = "") {
  const { host, port, pathname, search } = new URL(address);
  const asked = request({
    host: "127.0.0.1",
    port,
    path: pathname + search,
    headers: { host, cookie },
  });
  asked.end();
  const [answer] = (await once(asked, "response")) as [IncomingMessage];
  return { status: answer.statusCode, headers: answer.headers, body: await text(answer) };
}

async function shows({ preview_url }: HostedView): Promise<string> {
  const letIn = await getAt(preview_url);
  const cookie = letIn.headers["set-cookie"]![0]!.split(";")[0]!;
  return (await getAt(new URL("/src/data/resume.json?import", preview_url).href, cookie)).body;
}

const PEOPLE = ["Ada Lovelace", "Grace Hopper", "Edsger Dijkstra"];

test(
  "three real sites run; the runner is killed: noticed within 30 s, the browser takes over, and all come back",
  { timeout: 600_000 },
  async () => {
    const made = await Promise.all(
      PEOPLE.map(async (name) => {
        const answer = await ask(name, "POST", "/api/portfolio/generate-sandboxed", {
          resume: { basics: { name } },
          options: { mode: "site", template: "folio", ai_components: [] },
        });
        expect(answer.status, await answer.clone().text()).toBe(200);
        return { name, id: ((await answer.json()) as HostedView).sandbox_id };
      }),
    );
    const allRun = () =>
      until(async () => {
        const views = await Promise.all(made.map(({ name, id }) => viewOf(name, id)));
        const failed = views.find(({ status }) => status === "failed");
        if (failed) throw new Error(JSON.stringify(failed.failure));
        return views.every(({ status }) => status === "running") && views;
      });
    for (const [n, view] of (await allRun()).entries()) {
      expect(await shows(view)).toContain(PEOPLE[n]);
    }

    const killedAt = Date.now();
    runner.kill("SIGKILL");
    await once(runner, "exit");
    const noticed = await until(async () => {
      const now = await offer();
      return now.state === "down" && now;
    });
    expect(Date.now() - killedAt).toBeLessThan(30_000 + 5_000);
    expect(noticed.message).toContain("your site runs in the browser");
    const refused = await ask("late", "POST", "/api/sandbox", { files: [] });
    expect(refused.status).toBe(503);
    expect(await refused.json()).toMatchObject({ code: "unavailable", retryable: true });

    await startRunner();
    await until(async () => (await offer()).state === "free");
    // Who ran is looked at, and made again.
    await until(async () => {
      const views = await Promise.all(made.map(({ name, id }) => viewOf(name, id)));
      return (
        views.every(({ status }) => status === "running") &&
        (await Promise.all(views.map(shows))).every((page, n) => page.includes(PEOPLE[n]!))
      );
    });
  },
);
