import { expect, test } from "vitest";
import { isFeatureOn } from "../../edge/domain/feature.ts";
import { api } from "../../shared/api/table.ts";
import { appWith, requestOf } from "./people.ts";
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
