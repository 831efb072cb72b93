import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { api } from "../../shared/api/table.ts";
import { addPerson, appWith, openTestDatabase, requestOf, testEnv } from "./people.ts";

async function metricsOf(configured: Parameters<typeof appWith>[0]): Promise<string> {
  const request = requestOf(api.operator.metrics);
  request.headers.set("authorization", "Bearer for-this-test");
  const answer = await appWith({ ...configured, OPERATOR_TOKEN: "for-this-test" })(request);
  expect(answer.status).toBe(200);
  return answer.text();
}

test("/metrics says who is there, which sandboxes, what waits and what is left at providers", async () => {
  const { personId } = await addPerson("premium");
  const open = openTestDatabase();
  await open.database.execute(sql`update people set tier = 'premium' where id = ${personId}`);
  await open.database.execute(
    sql`insert into sandboxes (id, owner_id, state) values ('watched', ${personId}, 'warned')`,
  );
  const people = await open.database.execute<{ count: number }>(
    sql`select count(*)::int as count from people where tier = 'premium' and not is_anonymous`,
  );
  await open.end();
  await testEnv.METRICS.getByName("all").add({ 'outbound_total{outcome="ok",to="gemini"}': 30 });
  const text = await metricsOf({ GEMINI_DAILY_CALLS: "40" });
  expect(text).toContain(`cv2web_people{tier="premium"} ${[...people][0]!.count}`);
  expect(text).toContain('cv2web_sandboxes{state="warned"} 1');
  expect(text).toContain('cv2web_queue_depth{kind="cv-extract"} 0');
  expect(text).toContain('cv2web_provider_quota_left_ratio{provider="gemini"} 0.25');
  expect(text).toContain("cv2web_hosted_up 1");
  expect(text).toContain("# TYPE cv2web_provider_quota_left_ratio gauge");
});

test("while the database is away /metrics still says the rest", async () => {
  const text = await metricsOf({
    DATABASE_URL: "postgres://nobody@127.0.0.1:1/none?sslmode=disable",
    // Not offered: neither up nor down.
    DAYTONA_API_KEY: "",
  });
  expect(text).toContain("cv2web_queue_running");
  expect(text).not.toContain("cv2web_hosted_up");
  expect(text).not.toContain("cv2web_people");
});
