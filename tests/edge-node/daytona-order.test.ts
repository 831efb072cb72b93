import { createServer } from "node:http";
import { json } from "node:stream/consumers";
import { expect, test } from "vitest";
import { correlationOf } from "../../edge/domain/correlation.ts";
import { openDaytona } from "../../edge/sandboxes/daytona.ts";
import { listen } from "../stand-ins/listen.ts";

test("a machine is ordered with its size, closed to everything but npm’s registry, and never left alone for good", async () => {
  const orders: unknown[] = [];
  const ids: unknown[] = [];
  const server = createServer((request, response) => {
    ids.push(request.headers["x-request-id"]);
    const refuse = (status: number) =>
      response
        .writeHead(status, { "content-type": "application/json" })
        .end(JSON.stringify({ statusCode: status, message: "no" }));
    if (request.method !== "POST") return void refuse(404);
    void json(request).then((order) => {
      orders.push(order);
      refuse(400);
    });
  });
  const { url, stop } = await listen(server);
  const correlation = correlationOf({ requestId: "of-the-order" }, () => crypto.randomUUID());
  const provider = openDaytona({ apiUrl: `${url}/api`, apiKey: "key" })(correlation);
  expect(await provider.make("one")).toMatchObject({ ok: false });
  expect(await provider.look()).toEqual({ ok: true, value: undefined });
  await stop();
  // The SDK's own calls and ours: looked for, ordered, and whether it is there at all.
  expect(ids.length).toBeGreaterThanOrEqual(3);
  expect(new Set(ids)).toEqual(new Set(["of-the-order"]));
  expect(orders[0]).toMatchObject({
    cpu: 2,
    memory: 4,
    disk: 10,
    domainAllowList: "registry.npmjs.org",
    public: false,
    autoDeleteInterval: -1,
  });
});
