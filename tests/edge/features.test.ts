import { expect, test } from "vitest";
import { isFeatureOn } from "../../edge/domain/feature.ts";
import { api } from "../../shared/api/table.ts";
import { addPerson, appAs, appWith, requestOf, testEnv } from "./people.ts";
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
