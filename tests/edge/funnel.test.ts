import { expect, test } from "vitest";
import { api } from "../../shared/api/table.ts";
import { appWith, requestOf } from "./people.ts";

const app = appWith({ FUNNEL: "on", OPERATOR_TOKEN: "for-this-test" });
const count = (body: object, headers: Readonly<Record<string, string>> = {}, to = app) => {
  const request = requestOf(api.funnel.count, { body });
  for (const [name, value] of Object.entries(headers)) request.headers.set(name, value);
  return to(request);
};
async function counted(series: string): Promise<number> {
  const request = requestOf(api.operator.metrics);
  request.headers.set("authorization", "Bearer for-this-test");
  const line = (await (await app(request)).text())
    .split("\n")
    .find((one) => one.startsWith(`cv2web_${series} `));
  return Number(line?.split(" ")[1] ?? 0);
}
const DROPS = 'funnel_total{step="drop"}';

test("steps and kinds of sandbox are added up for /metrics", async () => {
  const [drops, hosted] = [await counted(DROPS), 'sandbox_choices_total{kind="hosted"}'];
  const before = await counted(hosted);
  for (const body of [{ step: "drop" }, { step: "drop" }, { sandbox: "hosted" }]) {
    expect(await (await count(body)).json()).toEqual({ counted: true });
  }
  expect(await counted(DROPS)).toBe(drops + 2);
  expect(await counted(hosted)).toBe(before + 1);
});

test("nothing is counted unasked, nor of a browser that objects; nothing but the words fits in", async () => {
  const before = await counted(DROPS);
  const off = appWith({});
  const answers = [
    await count({ step: "drop" }, {}, off),
    await count({ step: "drop" }, { dnt: "1" }),
    await count({ step: "drop" }, { "sec-gpc": "1" }),
  ];
  for (const answer of answers) expect(await answer.json()).toEqual({ counted: false });
  for (const body of [{ step: "Ada Lovelace" }, { step: "drop", who: "ada@example.org" }, {}]) {
    expect((await count(body)).status).toBe(400);
  }
  expect(await counted(DROPS)).toBe(before);
  const offers = async (to: typeof app) =>
    ((await (await to(requestOf(api.system.configured))).json()) as { funnel: boolean }).funnel;
  expect([await offers(app), await offers(off)]).toEqual([true, false]);
});
