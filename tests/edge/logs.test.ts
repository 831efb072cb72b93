import { afterEach, beforeEach, expect, test } from "vitest";
import { sql } from "drizzle-orm";
import { createApp } from "../../edge/app.ts";
import { composeRequest } from "../../edge/compose.ts";
import { api } from "../../shared/api/table.ts";
import { appWith, requestOf, testEnv } from "./people.ts";

const NAME = "Nadia Okonkwo-Reyes";
const PHONE = "+44 20 7946 0958";
const PASSWORD = "velvet harbour seven";
const BULLET = "Designed the roof of the Vauxhall market hall";
const ORIGIN = "http://localhost:8787";

let lines: string[] = [];
const { log } = console;
beforeEach(() => {
  lines = [];
  // What the worker and its objects write: they share this console.
  console.log = (...parts: unknown[]) => void lines.push(parts.map(String).join(" "));
});
afterEach(() => {
  console.log = log;
});

const posted = (path: string, body: unknown) =>
  new Request(ORIGIN + path, {
    method: "POST",
    headers: {
      origin: ORIGIN,
      "content-type": "application/json",
      "cf-connecting-ip": "203.0.113.77",
    },
    body: JSON.stringify(body),
  });

/** The real worker, but that the database is asked for somebody by a query that fails. */
async function crash(email: string): Promise<Response> {
  const app = createApp((env, afterAnswer, requestId) => {
    const real = composeRequest(env, afterAnswer, requestId);
    return {
      ...real,
      isReady: async () => {
        await real.database().execute(sql`select * from nothing_there where email = ${email}`);
        throw new Error("unreachable");
      },
    };
  });
  const context = {
    waitUntil: (work: Promise<unknown>) => void work.catch(() => undefined),
    passThroughOnException: () => undefined,
    props: {},
  };
  return app.fetch(
    requestOf(api.system.ready),
    { ...testEnv, LOG_LEVEL: "debug" },
    context as unknown as ExecutionContext,
  );
}

test("a query that fails is logged with its SQL and code, without the person that it was about", async () => {
  const email = `nadia-${crypto.randomUUID()}@mailbox.example`;
  expect((await crash(email)).status).toBe(503);
  const crashes = lines.filter((line) => line.includes("request-crash"));
  expect(crashes).toHaveLength(1);
  expect(JSON.parse(crashes[0]!)).toMatchObject({
    error: { query: "select * from nothing_there where email = $1", cause: { code: "42P01" } },
  });
  expect(crashes[0]).not.toContain(email);
  expect(crashes[0]).not.toContain("params");
});

test("sign-up, upload, a job, a reset mail and a crash leave nothing of the person in the log", async () => {
  const email = `nadia-${crypto.randomUUID()}@mailbox.example`;
  // No e-mail service answers there: the letter, with its token, fails.
  const app = appWith({ LOG_LEVEL: "debug", MAIL_URL: "http://127.0.0.1:1/emails" });
  const made = await app(
    posted("/api/auth/sign-up/email", { email, password: PASSWORD, name: NAME }),
  );
  expect(made.status).toBe(200);
  const cookies = made.headers.getSetCookie().map((cookie) => cookie.split(";")[0]!);
  expect(cookies.length).toBeGreaterThan(0);

  const body = new FormData();
  const cv = `${NAME}\n${email} | ${PHONE}\n\nExperience\n\nEngineer, Harrow & Pike\nMarch 2019 – present\n- ${BULLET}\n`;
  body.set("file", new File([cv], `${NAME}.txt`, { type: "text/plain" }));
  const upload = requestOf(api.cv.extract, { body });
  upload.headers.set("cookie", cookies.join("; "));
  const read = await (await app(upload)).text();
  expect(read).toContain(BULLET);
  expect(read).toContain("event: complete");

  expect((await app(posted("/api/auth/request-password-reset", { email }))).status).toBe(200);
  const wrong = posted("/api/auth/sign-in/email", { email, password: `${PASSWORD} wrong` });
  expect((await app(wrong)).status).toBe(401);
  expect((await crash(email)).status).toBe(503);
  await expect.poll(() => lines.some((line) => line.includes("mail-failed"))).toBe(true);

  const written = lines.join("\n");
  expect(written).toContain("request-end");
  expect(written).toContain("/api/cv/extract-streaming");
  const tokens = cookies.map((cookie) => decodeURIComponent(cookie.split("=")[1]!).split(".")[0]!);
  const secrets = [NAME, "Okonkwo", email, PHONE, PASSWORD, BULLET, "Harrow", "token=", ...tokens];
  expect(secrets.filter((secret) => written.includes(secret))).toEqual([]);
});

test("failures are counted by kind", async () => {
  const app = appWith({ OPERATOR_TOKEN: "for-this-test" });
  const counted = async () => {
    const request = requestOf(api.operator.metrics);
    request.headers.set("authorization", "Bearer for-this-test");
    const text = await (await app(request)).text();
    return Number(/^cv2web_failures_total\{kind="not-found"\} (\d+)$/m.exec(text)?.[1] ?? 0);
  };
  const before = await counted();
  expect((await app(new Request(`${ORIGIN}/api/nothing-here`))).status).toBe(404);
  expect(await counted()).toBe(before + 1);
});
