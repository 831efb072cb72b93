import { exports } from "cloudflare:workers";
import { expect, test } from "vitest";

test("the worker reaches a migrated Postgres, and says that it is ready", async () => {
  const answer = await exports.default.fetch("http://localhost:8787/readyz");
  expect(await answer.json()).toEqual({ status: "ok" });
});
