import { expect, test } from "vitest";
import { openClient } from "./open-client.ts";
import { readConfigured } from "./read-configured.ts";

const CONFIGURED = {
  signIn: [],
  readingModel: true,
  chatModel: false,
  funnel: false,
  sandbox: { webcontainer: "off", frameOrigin: null, apiKey: null, hosted: "off" },
};
const tooMany = () =>
  Response.json(
    { code: "rate-limited", message: "Too many.", nextStep: "", retryable: true, requestId: "r" },
    { status: 429, headers: { "retry-after": "2" } },
  );

function clientThat(...answers: (() => Response)[]) {
  const waits: number[] = [];
  let calls = 0;
  const client = openClient({
    send: async () => (answers[calls++] ?? answers.at(-1)!)(),
    origin: "https://app.example",
    newRequestId: () => "r",
  });
  const wait = async (ms: number) => void waits.push(ms);
  return { read: () => readConfigured(client, wait), waits, calls: () => calls };
}

test("is asked once for all who want to know", async () => {
  const given = clientThat(() => Response.json(CONFIGURED));
  const [first, second] = await Promise.all([given.read(), given.read()]);
  expect(first).toEqual({ ok: true, value: CONFIGURED });
  expect(second).toBe(first);
  expect(await given.read()).toBe(first);
  expect(given.calls()).toBe(1);
});

test("waits as long as the server says", async () => {
  const given = clientThat(tooMany, () => Response.json(CONFIGURED));
  expect((await given.read()).ok).toBe(true);
  expect(given.waits).toEqual([2000]);
});

test("gives up after three tries, and asks anew the next time", async () => {
  const given = clientThat(tooMany, tooMany, tooMany, () => Response.json(CONFIGURED));
  expect(await given.read()).toMatchObject({ ok: false, failure: { kind: "rate-limited" } });
  expect(given.calls()).toBe(3);
  expect((await given.read()).ok).toBe(true);
});

test("a server that isn’t reached isn’t asked again and again", async () => {
  const given = clientThat(() => new Response("", { status: 502 }));
  expect((await given.read()).ok).toBe(false);
  expect(given.calls()).toBe(1);
});
