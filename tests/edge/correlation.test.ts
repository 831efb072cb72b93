import { sql } from "drizzle-orm";
import { afterEach, beforeEach, expect, test } from "vitest";
import { createApp } from "../../edge/app.ts";
import { composeRequest } from "../../edge/compose.ts";
import { ok } from "../../shared/failure.ts";
import { system } from "../../shared/api/system.ts";
import { openClient } from "../../web/api/open-client.ts";
import { ORIGIN } from "./browser.ts";
import { addPerson, appWith, testEnv } from "./people.ts";
import { takeCollected } from "./take-collected.ts";

let lines: string[] = [];
const { log } = console;
beforeEach(() => {
  lines = [];
  console.log = (line: unknown) => void lines.push(String(line));
});
afterEach(() => {
  console.log = log;
});

/** The real worker, whose readiness asks Postgres what it sees of this very request. */
function appThatLooks(seen: string[]) {
  const pending: Promise<unknown>[] = [];
  const context = {
    waitUntil: (work: Promise<unknown>) => void pending.push(work),
    passThroughOnException: () => undefined,
    props: {},
  };
  const app = createApp((env, afterAnswer, correlation) => {
    const real = composeRequest(env, afterAnswer, correlation);
    const look = sql`select query from pg_stat_activity where pid = pg_backend_pid()`;
    return {
      ...real,
      isReady: async () => {
        const database = real.database();
        const inside = database.transaction((one) => one.execute<{ query: string }>(look));
        for (const rows of [await database.execute<{ query: string }>(look), await inside]) {
          seen.push(rows[0]!.query);
        }
        return ok(undefined);
      },
    };
  });
  return async (request: Request) => {
    const env = {
      ...testEnv,
      OTEL_EXPORTER_OTLP_ENDPOINT: "https://otel.correlation.collector.example",
    };
    const answer = await app.fetch(request, env, context as unknown as ExecutionContext);
    await Promise.all(pending);
    return answer;
  };
}

test("one id goes from the browser’s call through log and database to the trace", async () => {
  const id = crypto.randomUUID();
  const seen: string[] = [];
  await takeCollected("correlation");
  const client = openClient({ send: appThatLooks(seen), origin: ORIGIN, newRequestId: () => id });
  expect((await client.call(system.ready, {})).ok).toBe(true);
  expect(seen).toHaveLength(2);
  for (const query of seen) expect(query).toMatch(`/* request ${id} */ select query`);
  const ended = lines.map((line) => JSON.parse(line)).find(({ event }) => event === "request-end");
  expect(ended).toMatchObject({ requestId: id, route: "/readyz" });
  const [traced] = await takeCollected("correlation");
  expect(traced).toMatchObject({
    by: "otel",
    content: [{ name: "request", traceId: id.replaceAll("-", "") }],
  });
});

test("a trace that a proxy began goes on, and calls to others carry it", async () => {
  const traceId = crypto.randomUUID().replaceAll("-", "");
  await takeCollected("correlation");
  const email = `${(await addPerson()).personId}@mailbox.example`;
  const app = appWith({
    MAIL_URL: "https://mail.correlation.collector.example/emails",
    OTEL_EXPORTER_OTLP_ENDPOINT: "https://otel.correlation.collector.example/",
  });
  const post = (path: string, body: object) =>
    app(
      new Request(ORIGIN + path, {
        method: "POST",
        headers: {
          origin: ORIGIN,
          "content-type": "application/json",
          "cf-connecting-ip": "203.0.113.99",
          traceparent: `00-${traceId}-00f067aa0ba902b7-01`,
        },
        body: JSON.stringify(body),
      }),
    );
  const password = "velvet harbour seven";
  const made = await post("/api/auth/sign-up/email", { email, password, name: "Ada" });
  expect(made.headers.get("x-request-id")).toBe(traceId);
  await takeCollected("correlation");
  await post("/api/auth/request-password-reset", { email });
  const found: Awaited<ReturnType<typeof takeCollected>> = [];
  await expect
    .poll(
      async () =>
        found.push(...(await takeCollected("correlation"))) && found.map(({ by }) => by).toSorted(),
    )
    .toEqual(["mail", "otel"]);
  const mail = found.find(({ by }) => by === "mail")!;
  const [span] = found.find(({ by }) => by === "otel")!.content as Record<string, string>[];
  expect(span).toMatchObject({ traceId, parentSpanId: "00f067aa0ba902b7" });
  expect(mail.headers["x-request-id"]).toBe(traceId);
  expect(mail.headers["traceparent"]).toBe(`00-${traceId}-${span!.spanId}-01`);
});
