import { env, exports } from "cloudflare:workers";
import { runInDurableObject } from "cloudflare:test";
import { beforeAll, describe, expect, test } from "vitest";
import { composeScheduled } from "../../edge/compose-scheduled.ts";
import type { Env } from "../../edge/env.ts";
import type { Letter } from "../../edge/mail/send-mail.ts";
import type { SandboxCalls } from "../../edge/objects/sandbox-messages.ts";
import { SandboxFleet, type FleetEnv } from "../../edge/objects/sandbox-fleet.ts";
import { openProvider } from "../../edge/sandboxes/open-provider.ts";
import { runScheduled } from "../../edge/scheduled/run-scheduled.ts";
import type { HostedView } from "../../shared/api/sandboxes.ts";
import { ok } from "../../shared/failure.ts";
import { HOSTED_CAPACITY, HOSTED_LIFE, TIER_LIMITS } from "../../shared/limits.ts";
import { member, ORIGIN } from "./browser.ts";
import { correlationFor, testEnv } from "./people.ts";

const { SANDBOX, SANDBOX_FLEET } = env as unknown as Env;

beforeAll(async () => {
  // Loaded by two objects at once, here it is one promise of one of them, which the other may not await.
  await import("../../edge/sandboxes/daytona.ts");
});

/** Sandboxes that take every place they are given, and are told where they stand. */
function takers() {
  const entered = new Set<string>();
  const places = new Map<string, number>();
  const getByName = (id: string) =>
    ({
      enter: async () => {
        entered.add(id);
        places.delete(id);
        return "comes" as const;
      },
      moved: async ({ position }: { position: number }) => void places.set(id, position),
    }) as unknown as SandboxCalls;
  return { entered, places, namespace: { getByName } as unknown as FleetEnv["SANDBOX"] };
}

const entry = (n: number) => ({
  sandboxId: `s-${n}`,
  ownerId: `p-${n}`,
  tier: "registered" as const,
  priority: "new" as const,
  isBack: false,
});

/** Works with a fleet over an object's own storage, in it. */
const inFleet = <T>(
  name: string,
  more: Partial<FleetEnv>,
  work: (fleet: SandboxFleet, again: () => SandboxFleet, state: DurableObjectState) => Promise<T>,
): Promise<T> =>
  runInDurableObject(
    SANDBOX_FLEET.getByName(name) as unknown as DurableObjectStub,
    async (_object, state) => {
      const make = () => new SandboxFleet(state, { ...testEnv, ...more } as unknown as FleetEnv);
      return work(make(), make, state);
    },
  );

describe("the fleet's object", () => {
  test("gives 20 places, 25 when the wait is long, 30 by the switch; begun again it knows all of them", async () => {
    const { entered, namespace } = takers();
    await inFleet("places", { SANDBOX: namespace }, async (fleet, again) => {
      for (let n = 0; n < 80; n += 1) {
        const answer = await fleet.enter(entry(n));
        const most = HOSTED_CAPACITY.usual + HOSTED_CAPACITY.queueDepth;
        expect(answer.ok, `${n}`).toBe(n < most);
      }
      expect(entered.size).toBe(20);
      expect((await fleet.look()).offer).toMatchObject({ running: 20, waiting: 50, state: "full" });

      // Stays of an hour were measured: whoever is next would wait for more than five minutes.
      await fleet.leave("s-0", 3_600_000);
      entered.delete("s-0");
      expect(entered.size).toBe(25);
      expect((await fleet.look()).offer).toMatchObject({ running: 25, waiting: 44 });

      // Its memory is gone, its storage isn't: who has a place is told again, who waits waits.
      const restarted = again();
      expect(await restarted.place("s-26")).toMatchObject({ position: 1 });
      entered.clear();
      expect((await restarted.setEmergency(true)).rateFactor).toBe(2);
      expect([...entered].toSorted()).toEqual(
        Array.from({ length: 30 }, (_, n) => `s-${n + 1}`).toSorted(),
      );
      expect((await restarted.look()).offer).toMatchObject({ running: 30, waiting: 39 });

      // Back to usual, those beyond it stay, and nobody comes in until there is room.
      await restarted.setEmergency(false);
      await restarted.leave("s-1", 1_000);
      expect((await restarted.look()).offer).toMatchObject({ running: 29, waiting: 39 });
    });
  });

  test("keeps as many machines ready as configured, hands each out once, and none while somebody waits", async () => {
    const { namespace } = takers();
    const provider = (await openProvider(testEnv, correlationFor("pool-of-two")))!;
    const made = await inFleet(
      "pool",
      { SANDBOX: namespace, SANDBOX_POOL: "2" },
      async (fleet, again, { storage }) => {
        const filled = async (wanted: number) => {
          await fleet.alarm();
          const size = async () => {
            // The object itself is configured otherwise: its own look isn't wanted here.
            await storage.deleteAlarm();
            return (await fleet.look()).pool;
          };
          await expect.poll(size, { timeout: 20_000 }).toBe(wanted);
        };
        await filled(2);
        const first = await fleet.takeMachine();
        // What stands ready outlives the worker.
        const second = await again().takeMachine();
        expect(await fleet.takeMachine()).toBeNull();
        expect(new Set([first, second]).size).toBe(2);
        await filled(2);
        for (let n = 0; n < HOSTED_CAPACITY.usual + 1; n += 1) await fleet.enter(entry(n));
        await filled(0);
        return [first!, second!];
      },
    );
    for (const id of made) {
      expect(await provider.find(id)).toEqual(ok({ id, isStarted: true }));
      expect((await provider.remove(id)).ok).toBe(true);
    }
  });
});

test("every five minutes: who uses theirs no longer is warned by a letter, half an hour later it is archived", async () => {
  const { person, email } = await member();
  const opened = await person.post("/api/sandbox", { files: [], serves: false });
  const { sandbox_id: id } = opened.body as unknown as HostedView;
  const view = async () =>
    (await person.get(`/api/sandbox/status/${id}`)).body as unknown as HostedView;
  await (await person.send("GET", `/api/sandbox/status-streaming/${id}`)).text();
  const { active_at } = await view();

  const letters: Letter[] = [];
  const ended: string[] = [];
  const tick = async (now: number) => {
    const { context } = composeScheduled(testEnv, () => undefined);
    await runScheduled("*/5 * * * *", {
      ...context,
      now: new Date(now),
      appOrigin: ORIGIN,
      sendLetter: async (letter) => {
        letters.push(letter);
        return ok(undefined);
      },
      tell: async () => undefined,
      ended: (name, failure) => void (failure === null || ended.push(`${name}: ${failure}`)),
    });
    return (await view()).status;
  };
  const unusedAt = active_at + TIER_LIMITS.registered.hostedIdleMs;
  expect(await tick(active_at + HOSTED_LIFE.stopAfterMs)).toBe("stopped");
  expect(await tick(unusedAt - 60_000)).toBe("stopped");
  expect(letters).toEqual([]);
  expect(await tick(unusedAt)).toBe("warning");
  expect(await tick(unusedAt + HOSTED_LIFE.graceMs - 60_000)).toBe("warning");
  expect(letters).toMatchObject([{ to: email }]);
  expect(letters[0]!.text).toMatch(/in 30 minutes\. All its files are kept/);
  expect(letters[0]!.text).toContain(`${ORIGIN}/s/${id}`);
  expect(await tick(unusedAt + HOSTED_LIFE.graceMs)).toBe("archived");
  expect(letters).toHaveLength(1);
  expect(ended).toEqual([]);
  await SANDBOX.getByName(id).remove();
  expect((await exports.default.fetch(`${ORIGIN}/api/sandbox/status/${id}`)).status).toBe(401);
});
