import { expect, test } from "vitest";
import type { FunnelStep } from "../../../shared/funnel.ts";
import { openFunnel, type Counted } from "./count-funnel.ts";

interface Given {
  readonly objects?: boolean;
  readonly isWanted?: boolean;
  /** What the tab remembers. */
  readonly tab?: { steps: readonly FunnelStep[] };
}

function counting({ objects = false, isWanted = true, tab = { steps: [] } }: Given = {}) {
  const sent: Counted[] = [];
  let asked = 0;
  const funnel = openFunnel({
    objects,
    isWanted: async () => {
      asked += 1;
      return isWanted;
    },
    send: (what) => void sent.push(what),
    recall: () => tab.steps,
    remember: (steps) => void (tab.steps = steps),
  });
  const told = async () => {
    await Promise.resolve();
    await Promise.resolve();
    return sent.map((what) => ("step" in what ? what.step : what.sandbox));
  };
  return { funnel, told, asked: () => asked };
}

test("each step of a way that began with a drop is counted once, and another drop is another way", async () => {
  const { funnel, told, asked } = counting();
  for (const step of ["drop", "preview", "edit", "edit", "publish", "publish"] as const) {
    funnel.reach(step);
  }
  expect(await told()).toEqual(["drop", "preview", "edit", "publish"]);
  funnel.reach("drop");
  funnel.reach("preview");
  expect((await told()).slice(4)).toEqual(["drop", "preview"]);
  expect(asked()).toBe(1);
});

test("a way goes on over the page on which an account is made; a browser that objects leaves nothing in its tab", async () => {
  const tab = { steps: [] as readonly FunnelStep[] };
  const before = counting({ tab });
  for (const step of ["drop", "preview"] as const) before.funnel.reach(step);
  const after = counting({ tab });
  for (const step of ["preview", "publish", "publish"] as const) after.funnel.reach(step);
  expect(await after.told()).toEqual(["publish"]);
  const quiet = { steps: [] as readonly FunnelStep[] };
  counting({ objects: true, tab: quiet }).funnel.reach("drop");
  expect(quiet.steps).toEqual([]);
});

test("who comes back to an old portfolio is on no way; the sandbox chosen for it is counted", async () => {
  const { funnel, told } = counting();
  funnel.reach("preview");
  funnel.reach("edit");
  funnel.choose("hosted");
  expect(await told()).toEqual(["hosted"]);
});

test("a browser that objects asks and sends nothing; an operator who doesn’t want it gets nothing", async () => {
  const quiet = counting({ objects: true });
  quiet.funnel.reach("drop");
  quiet.funnel.choose("instant");
  expect(await quiet.told()).toEqual([]);
  expect(quiet.asked()).toBe(0);
  const unwanted = counting({ isWanted: false });
  unwanted.funnel.reach("drop");
  expect(await unwanted.told()).toEqual([]);
});
