import { runDurableObjectAlarm, runInDurableObject } from "cloudflare:test";
import { expect, test } from "vitest";
import { createApp } from "../../edge/app.ts";
import { composeRequest } from "../../edge/compose.ts";
import { composeScheduled } from "../../edge/compose-scheduled.ts";
import { runScheduled } from "../../edge/scheduled/run-scheduled.ts";
import { api } from "../../shared/api/table.ts";
import { requestOf, testEnv } from "./people.ts";
import { takeCollected } from "./take-collected.ts";

const SENTRY_DSN = "https://0123456789abcdef@sentry.reports.collector.example/42";
const SECRET = "ada@mailbox.example";
const taken = () => takeCollected("reports");

/** The one report that came, which says nothing of what the error said. */
async function oneReport() {
  const found = await taken();
  expect(found).toHaveLength(1);
  expect(JSON.stringify(found)).not.toContain(SECRET);
  return found[0]!.content as Record<string, unknown>;
}

function waiting() {
  const pending: Promise<unknown>[] = [];
  const waitUntil = (work: Promise<unknown>) => void pending.push(work);
  return { waitUntil, settled: async () => void (await Promise.all(pending)) };
}

test("a request that crashes is reported with its id and route, and nothing of the person", async () => {
  const app = createApp((env, afterAnswer, correlation) => ({
    ...composeRequest(env, afterAnswer, correlation),
    isReady: () => Promise.reject(new TypeError(`no such person: ${SECRET}`)),
  }));
  const { waitUntil, settled } = waiting();
  const request = new Request(`${requestOf(api.system.ready).url}?who=${SECRET}`, {
    headers: { "x-request-id": "crash-report-1", cookie: `name=${SECRET}` },
  });
  const context = { waitUntil, passThroughOnException: () => undefined, props: {} };
  const answer = await app.fetch(
    request,
    { ...testEnv, SENTRY_DSN },
    context as unknown as ExecutionContext,
  );
  expect(answer.status).toBe(503);
  await settled();
  expect(await oneReport()).toMatchObject({
    tags: { requestId: "crash-report-1", where: "/readyz" },
    request: { url: "/readyz" },
    exception: { values: [{ type: "TypeError", value: "TypeError" }] },
  });
});

test("scheduled work that fails is reported by its name", async () => {
  const { waitUntil, settled } = waiting();
  const { context, done } = composeScheduled({ ...testEnv, SENTRY_DSN }, waitUntil);
  const health = () => Promise.reject(new Error(SECRET));
  await runScheduled("*/5 * * * *", { ...context, health });
  done();
  await settled();
  expect(await oneReport()).toMatchObject({ tags: { where: "scheduled health" } });
});

test("an alarm that fails in a Durable Object is reported, and thrown on without its words", async () => {
  const guard = testEnv.SIGN_IN_GUARD.getByName("reports");
  await runInDurableObject(guard, async (instance, { storage }) => {
    Object.assign((instance as unknown as { env: object }).env, { SENTRY_DSN });
    storage.deleteAll = () => Promise.reject(new RangeError(SECRET));
    await storage.setAlarm(Date.now() + 3_600_000);
  });
  const thrown = await runDurableObjectAlarm(guard).then(
    () => null,
    (error: unknown) => String(error),
  );
  expect(thrown).toContain("RangeError");
  expect(thrown).not.toContain(SECRET);
  expect(await oneReport()).toMatchObject({ tags: { where: "alarm SignInGuard" } });
});
