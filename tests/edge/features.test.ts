import { sql } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { isFeatureOn } from "../../edge/domain/feature.ts";
import { api } from "../../shared/api/table.ts";
import { addPerson, appAs, appWith, openTestDatabase, requestOf, testEnv } from "./people.ts";
import { member } from "./browser.ts";

const offered = async (features: string | undefined, cookie = "") => {
  const request = requestOf(api.system.configured);
  if (cookie) request.headers.set("cookie", cookie);
  const answer = await appWith({
    GEMINI_API_KEY: "stand-in",
    ...(features === undefined ? {} : { FEATURES: features }),
  })(request);
  return ((await answer.json()) as { readingModel: boolean }).readingModel;
};

test("reading with the model is offered to the percentage that the operator set, sticky per person", async () => {
  expect(await offered(undefined)).toBe(true);
  expect(await offered("reading-model:0")).toBe(false);
  expect(await offered("reading-model:50")).toBe(false);
  const { person } = await member();
  const id = (await person.session())!.user.id;
  for (const percent of [0, 20, 50, 80, 100]) {
    const isOn = isFeatureOn("reading-model", id, percent);
    expect(await offered(`reading-model:${percent}`, person.cookies())).toBe(isOn);
    expect(await offered(`reading-model:${percent}`, person.cookies())).toBe(isOn);
  }
});

const CV =
  "Nadia Okonkwo\n\nExperience\n\nEngineer, Harrow & Pike\n2019 – present\n- Designed a roof\n";
const form = new FormData();
form.set("file", new File([CV], "cv.txt"));
form.set("withModel", "true");
const resume = { basics: { name: "Nadia Okonkwo" } };

test("who asks for the model before it is on for them is told that the rules alone read", async () => {
  const { FEATURES } = testEnv;
  try {
    Object.assign(testEnv, { FEATURES: "reading-model:0" });
    const app = appAs(await addPerson());
    const events = await (await app(requestOf(api.cv.extract, { body: form }))).text();
    expect(events).toMatch(/event: warning\n.*isn’t on for you yet; the rules alone read your CV/);
    expect(events).toContain("event: complete");
    const analysed = await app(requestOf(api.cv.analyse, { body: { resume, withModel: true } }));
    const job = (await analysed.json()) as { id: string; result: { source: string } };
    expect(job.result.source).toBe("rules");
    const watched = await app(requestOf(api.jobs.events, { params: { jobId: job.id } }));
    expect(await watched.text()).toContain("isn’t on for you yet; the rules alone looked.");
  } finally {
    Object.assign(testEnv, { FEATURES });
  }
});

test("hosted sandboxes are neither offered nor opened before they are on for somebody", async () => {
  const { FEATURES } = testEnv;
  try {
    Object.assign(testEnv, { FEATURES: "hosted-sandboxes:0" });
    const app = appAs(await addPerson("premium"));
    const offer = await (await app(requestOf(api.system.configured))).json();
    expect(offer).toMatchObject({ sandbox: { hosted: "off" } });
    // There is no such template: whoever isn't let in doesn't learn it.
    const options = { template: "none", mode: "site" };
    const refused = await app(requestOf(api.sandboxes.generate, { body: { resume, options } }));
    expect([refused.status, await refused.json()]).toMatchObject([
      503,
      { message: "Hosted sandboxes aren’t on for you yet.", retryable: false },
    ]);
  } finally {
    Object.assign(testEnv, { FEATURES });
  }
});

describe("the operator’s switch at run time", () => {
  const at = { GEMINI_API_KEY: "stand-in", FEATURES: "reading-model:100", OPERATOR_TOKEN: "op" };
  const asOperator = async (method: "GET" | "PUT", path = "", body?: object) => {
    const answer = await appWith(at)(
      new Request(`http://localhost:8787/api/operator/features${path}`, {
        method,
        headers: { authorization: "Bearer op", "content-type": "application/json" },
        ...(body ? { body: JSON.stringify(body) } : {}),
      }),
    );
    return { status: answer.status, body: (await answer.json()) as Record<string, never> };
  };

  test("goes before what is configured until it is taken back, and is noted", async () => {
    expect(await offered(at.FEATURES)).toBe(true);
    const off = await asOperator("PUT", "/reading-model", { percent: 0 });
    expect(off).toMatchObject({ status: 200, body: { percent: 0, configured: 100 } });
    expect(await offered(at.FEATURES)).toBe(false);
    const before = (await listed()).off;
    expect(await offered(at.FEATURES)).toBe(false);
    expect(await listed()).toMatchObject({ percent: 0, configured: 100, off: before + 1 });
    const back = await asOperator("PUT", "/reading-model", { percent: null });
    expect(back.body).toMatchObject({ percent: 100 });
    expect(await offered(at.FEATURES)).toBe(true);
    const open = openTestDatabase();
    const noted = await open.database.execute<{ detail: object }>(
      sql`select detail from audit_log where act = 'feature-switch' order by id desc limit 2`,
    );
    await open.end();
    expect([...noted].map(({ detail }) => detail)).toEqual([
      { feature: "reading-model", percent: "configured" },
      { feature: "reading-model", percent: 0 },
    ]);
  });

  test("refuses what isn’t a feature or a percentage", async () => {
    expect((await asOperator("PUT", "/teleport", { percent: 5 })).status).toBe(404);
    for (const percent of [-1, 101, 2.5, "5", undefined]) {
      expect((await asOperator("PUT", "/reading-model", { percent })).status).toBe(400);
    }
  });

  async function listed() {
    const { body } = await asOperator("GET");
    const all = body.features as unknown as { feature: string; off: number }[];
    return all.find(({ feature }) => feature === "reading-model")!;
  }
});
