import { exports } from "cloudflare:workers";
import { expect, test } from "vitest";
import { isReady } from "../../edge/db/is-ready.ts";
import { openDatabase } from "../../edge/db/open-database.ts";

test("the worker reaches a migrated Postgres, and says that it is ready", async () => {
  const answer = await exports.default.fetch("http://localhost:8787/readyz");
  expect(await answer.json()).toEqual({ status: "ok" });
});

test("a database that isn’t there is a failure that may pass, told at once", async () => {
  const open = openDatabase("postgres://nobody:none@127.0.0.1:9/none");
  expect(await isReady(open.database)).toMatchObject({
    failure: { kind: "unavailable", retryable: true },
  });
  await open.end();
});
