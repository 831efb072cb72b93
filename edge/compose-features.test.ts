import { expect, test } from "vitest";
import { composeFeatures, type SwitchMemory } from "./compose-features.ts";
import type { Database } from "./db/open-database.ts";

/** An isolate whose database answers with these rows, or not at all. */
function isolate(FEATURES: string, rows: () => readonly { name: string; percent: number }[]) {
  const memory: SwitchMemory = { readAt: 0, switches: null };
  const logged: string[] = [];
  let now = 1_000_000;
  let reads = 0;
  const select = () => ({
    from: async () => {
      reads += 1;
      return rows();
    },
  });
  const { featurePercents } = composeFeatures(
    { FEATURES },
    {
      database: () => ({ select }) as unknown as Database,
      metrics: {
        count: () => undefined,
        observe: () => undefined,
        read: async () => ({}),
        send: async () => undefined,
      },
      log: ({ event }) => void logged.push(event),
      now: () => now,
      memory,
      requestId: "request-1",
    },
  );
  return {
    percent: async () => (await featurePercents()).now["reading-model"],
    later: (ms: number) => void (now += ms),
    reads: () => reads,
    logged,
  };
}

test("a switch made elsewhere holds here within ten seconds, and is asked for once in them", async () => {
  let rows: { name: string; percent: number }[] = [];
  const here = isolate("reading-model:25", () => rows);
  expect(await here.percent()).toBe(25);
  rows = [
    { name: "reading-model", percent: 60 },
    { name: "gone-since", percent: 1 },
  ];
  here.later(9_999);
  expect([await here.percent(), here.reads()]).toEqual([25, 1]);
  here.later(1);
  expect([await here.percent(), await here.percent(), here.reads()]).toEqual([60, 60, 2]);
});

test("while the database is away what was switched last holds, or what is configured", async () => {
  let isAway = true;
  const here = isolate("reading-model:25", () => {
    if (isAway) throw new Error("away");
    return [{ name: "reading-model", percent: 0 }];
  });
  expect(await here.percent()).toBe(25);
  isAway = false;
  here.later(10_000);
  expect(await here.percent()).toBe(0);
  isAway = true;
  here.later(10_000);
  expect(await here.percent()).toBe(0);
  expect(here.logged).toEqual(["switches-unread", "switches-unread"]);
});
