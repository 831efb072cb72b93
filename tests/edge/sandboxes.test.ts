import { env, exports } from "cloudflare:workers";
import { beforeAll, describe, expect, test } from "vitest";
import { readMoves } from "../../edge/db/rows/sandbox-rows.ts";
import type { Env } from "../../edge/env.ts";
import type { HostedView, SentFile } from "../../shared/api/sandboxes.ts";
import { HOSTED_LIFE, TIER_LIMITS } from "../../shared/limits.ts";
import { browser, member, ORIGIN, type Browser } from "./browser.ts";
import { openTestDatabase } from "./people.ts";

const { SANDBOX, SANDBOX_FLEET } = env as unknown as Env;
const MINUTE = 60_000;

let ada: Browser;

beforeAll(async () => {
  // Loaded by two objects at once, here it is one promise of one of them, which the other may not await.
  await import("../../edge/sandboxes/daytona.ts");
  ada = (await member()).person;
});

const FILES = [
  { path: "index.html", content: "<h1>Ada</h1>" },
  { path: "src/data/resume.json", content: '{"basics":{"name":"Ada"}}' },
  { path: "public/dot.bin", content: btoa("\u0000\u0001\u00fe\u00ff"), encoding: "base64" },
] as const;

const bodyOf = <T>(answer: { body: unknown }) => answer.body as T;

async function opened(person: Browser, files: readonly object[] = FILES): Promise<string> {
  const made = await person.post("/api/sandbox", { files, serves: false });
  expect(made.status, JSON.stringify(made.body)).toBe(200);
  return bodyOf<HostedView>(made).sandbox_id;
}

/** Follows its events to the end of the work, and says what state it is in then. */
async function settled(person: Browser, id: string): Promise<HostedView> {
  const events = await person.send("GET", `/api/sandbox/status-streaming/${id}`);
  await events.text();
  return bodyOf<HostedView>(await person.get(`/api/sandbox/status/${id}`));
}

const filesOf = async (person: Browser, id: string) =>
  Object.fromEntries(
    bodyOf<{ files: SentFile[] }>(await person.get(`/api/sandbox/${id}/files`)).files.map(
      ({ path, content }) => [path, content],
    ),
  );

async function movesOf(id: string): Promise<readonly string[]> {
  const open = openTestDatabase();
  const moves = await readMoves(open.database, id);
  await open.end();
  return moves.map(({ to }) => to);
}

describe("a hosted sandbox", () => {
  test("is made, tells each step, takes files and commands, and every move is in the database", async () => {
    const id = await opened(ada);
    const stream = await ada.send("GET", `/api/sandbox/status-streaming/${id}`);
    const text = await stream.text();
    const ids = [...text.matchAll(/^id: (\d+)$/gm)].map((match) => Number(match[1]));
    expect(ids).toEqual(ids.map((_, index) => index + 1));
    expect(text).toContain("event: complete");
    const again = await ada.send(
      "GET",
      `/api/sandbox/status-streaming/${id}?after=${ids.length - 1}`,
    );
    expect([...(await again.text()).matchAll(/^id: (\d+)$/gm)].map((m) => Number(m[1]))).toEqual([
      ids.length,
    ]);
    expect((await settled(ada, id)).status).toBe("running");

    const ran = await ada.post(`/api/sandbox/${id}/run`, { command: "cat src/data/resume.json" });
    expect(ran.body).toMatchObject({ exit_code: 0, output: FILES[1].content });
    const written = await ada.send("PUT", `/api/sandbox/${id}/files`, {
      files: [
        { path: "src/new.txt", content: "new" },
        { path: "index.html", content: null },
      ],
    });
    expect(await written.json()).toEqual({ written: 2 });
    expect(Object.keys(await filesOf(ada, id)).toSorted()).toEqual([
      "public/dot.bin",
      "src/data/resume.json",
      "src/new.txt",
    ]);
    const bad = await ada.send("PUT", `/api/sandbox/${id}/files`, {
      files: [{ path: "../etc/passwd", content: "" }],
    });
    expect(bad.status).toBe(400);

    expect((await ada.send("POST", `/api/sandbox/${id}/stop`)).status).toBe(200);
    await SANDBOX.getByName(id).act("rest", 0);
    await expect
      .poll(() => movesOf(id), { timeout: 10_000 })
      .toEqual(["queued", "creating", "building", "running", "stopping", "stopped"]);
    await deleted(ada, id);
  });

  test("idle for an hour it is kept and stopped, warned, removed; a visit brings every file back", async () => {
    const id = await opened(ada);
    await settled(ada, id);
    await ada.post(`/api/sandbox/${id}/run`, { command: "echo typed > typed.txt" });
    const { active_at } = bodyOf<HostedView>(await ada.get(`/api/sandbox/status/${id}`));
    const scan = (after: number) => SANDBOX_FLEET.getByName("all").scan(active_at + after);
    const stateOf = async () =>
      bodyOf<HostedView>(await ada.get(`/api/sandbox/status/${id}`)).status;

    await scan(HOSTED_LIFE.idleAfterMs + MINUTE);
    expect(await stateOf()).toBe("idle");
    await scan(HOSTED_LIFE.stopAfterMs + MINUTE);
    expect(await stateOf()).toBe("stopped");

    await ada.post(`/api/sandbox/${id}/visit`);
    expect((await settled(ada, id)).status).toBe("running");
    expect(await filesOf(ada, id)).toEqual({ ...wanted(), "typed.txt": "typed\n" });

    const woken = bodyOf<HostedView>(await ada.get(`/api/sandbox/status/${id}`)).active_at;
    const later = (after: number) => SANDBOX_FLEET.getByName("all").scan(woken + after);
    await later(HOSTED_LIFE.stopAfterMs + MINUTE);
    expect(await stateOf()).toBe("stopped");
    const keptMs = TIER_LIMITS.registered.hostedIdleMs + MINUTE;
    expect((await later(keptMs)).warned.map(({ sandboxId }) => sandboxId)).toEqual([id]);
    expect(await stateOf()).toBe("warning");
    await later(keptMs + HOSTED_LIFE.graceMs - 2 * MINUTE);
    expect(await stateOf()).toBe("warning");
    await later(keptMs + HOSTED_LIFE.graceMs);
    expect(await stateOf()).toBe("archived");

    // The machine is gone; the files are not.
    await ada.post(`/api/sandbox/${id}/visit`);
    expect((await settled(ada, id)).status).toBe("running");
    expect(await filesOf(ada, id)).toEqual({ ...wanted(), "typed.txt": "typed\n" });
    await deleted(ada, id);
    expect((await ada.get(`/api/sandbox/status/${id}`)).status).toBe(404);
  });

  test("beyond the tier’s number it is refused with a next step", async () => {
    const bea = browser();
    expect((await bea.post("/api/auth/sign-in/anonymous")).status).toBe(200);
    const id = await opened(bea, []);
    const second = await bea.post("/api/sandbox", { files: [] });
    expect(second.status).toBe(429);
    expect(second.body).toMatchObject({ code: "quota-exceeded" });
    expect(
      bodyOf<{ sandboxes: HostedView[] }>(await bea.get("/api/sandbox")).sandboxes,
    ).toMatchObject([{ sandbox_id: id }]);
    await settled(bea, id);
    await deleted(bea, id);
  });
});

describe("its preview", () => {
  const at = (url: string, init: RequestInit = {}) =>
    exports.default.fetch(url, { redirect: "manual", ...init });

  test("opens by a signed link alone, after its password; what it serves comes through, with no app around", async () => {
    const id = await opened(ada);
    await settled(ada, id);
    const server =
      "require('http').createServer((q,s)=>s.end('host '+(q.headers.cookie||'none')+' '+q.url)).listen(process.env.PORT,'127.0.0.1')";
    await ada.post(`/api/sandbox/${id}/run`, {
      command: `nohup node -e "${server}" >/dev/null 2>&1 & sleep 2`,
    });
    const host = `http://s-${id}.localhost:8787`;
    expect((await at(`${host}/`)).status).toBe(403);
    expect((await at(`${host}/api/sandbox`)).status).toBe(403);

    const link = await ada.post(`/api/sandbox/${id}/link`, { password: "open sesame" });
    const { url, qr_code } = bodyOf<{ url: string; qr_code: string }>(link);
    expect(url.startsWith(host)).toBe(true);
    expect(qr_code).toContain("<svg");
    const form = (password: string) => ({
      method: "POST",
      body: new URLSearchParams({ password }),
    });
    expect(await (await at(url)).text()).toContain('type="password"');
    expect((await at(url, form("wrong"))).status).toBe(403);
    const letIn = await at(url, form("open sesame"));
    expect(letIn.status).toBe(303);
    const cookie = letIn.headers.get("set-cookie")!;
    expect(cookie).toMatch(/HttpOnly; Secure; SameSite=None; Partitioned/);

    const page = await at(`${host}/some/page?x=1`, { headers: { cookie: cookie.split(";")[0]! } });
    expect(await page.text()).toBe("host none /some/page?x=1");
    expect(page.headers.get("cross-origin-resource-policy")).toBe("cross-origin");
    expect(page.headers.get("cross-origin-embedder-policy")).toBe("credentialless");
    expect(page.headers.get("content-security-policy")).toBe(
      "frame-ancestors http://localhost:8787 http://127.0.0.1:8787",
    );

    const forged = url.replace(/.(.{9})$/, (_all, end: string) => `!${end}`);
    expect((await at(forged)).status).toBe(403);
    const other = `http://s-${crypto.randomUUID()}.localhost:8787/`;
    expect((await at(other, { headers: { cookie: cookie.split(";")[0]! } })).status).toBe(403);
    const shown = await at(`${ORIGIN}/s/${id}`);
    expect(shown.headers.get("location")).toBe(`${host}/`);
    await deleted(ada, id);
  });
});

const wanted = () => Object.fromEntries(FILES.map(({ path, content }) => [path, content]));

async function deleted(person: Browser, id: string): Promise<void> {
  const gone = await exports.default.fetch(`${ORIGIN}/api/sandbox/${id}`, {
    method: "DELETE",
    headers: { origin: ORIGIN, cookie: person.cookies() },
  });
  expect(gone.status, await gone.clone().text()).toBe(200);
}
