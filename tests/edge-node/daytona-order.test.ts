import { createServer } from "node:http";
import { json } from "node:stream/consumers";
import { expect, test } from "vitest";
import { openDaytona } from "../../edge/sandboxes/daytona.ts";
import { listen } from "../stand-ins/listen.ts";

test("a machine is ordered with its size, closed to everything but npm’s registry, and never left alone for good", async () => {
  const orders: unknown[] = [];
  const server = createServer((request, response) => {
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
  const provider = openDaytona({ apiUrl: `${url}/api`, apiKey: "key" });
  expect(await provider.make("one")).toMatchObject({ ok: false });
  await stop();
  expect(orders[0]).toMatchObject({
    cpu: 2,
    memory: 4,
    disk: 10,
    domainAllowList: "registry.npmjs.org",
    public: false,
    autoDeleteInterval: -1,
  });
});
