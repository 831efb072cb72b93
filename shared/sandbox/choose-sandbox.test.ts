import { describe, expect, it } from "vitest";
import { SANDBOX_CHOICE } from "../limits.ts";
import { chooseSandbox, closedBecause, sandboxOptions } from "./choose-sandbox.ts";
import type { SandboxKind, Situation } from "./situation.ts";

type Part = Partial<Omit<Situation, "needs" | "browser" | "offer">> & {
  readonly needs?: Partial<Situation["needs"]>;
  readonly browser?: Partial<Situation["browser"]>;
  readonly offer?: Partial<Situation["offer"]>;
};

/** A free person with a simple project, in a browser that can do all, where all is offered. */
const situation = ({ needs, browser, offer, ...rest }: Part = {}): Situation => ({
  tier: "anonymous",
  isOnline: true,
  wish: null,
  isShared: false,
  failed: {},
  ...rest,
  needs: { packagesOutside: [], nodeFeature: null, bytes: 200_000, ...needs },
  browser: {
    isIsolated: true,
    hasSharedMemory: true,
    isIos: false,
    allowsThirdPartyStorage: true,
    ...browser,
  },
  offer: { webcontainer: "stackblitz", hosted: "free", ...offer },
});

const three = { packagesOutside: ["three"] };
const bytes = SANDBOX_CHOICE.heavyBytes + 1;
const many = Array.from({ length: SANDBOX_CHOICE.heavyPackages + 1 }, (_, n) => `package-${n}`);
const INSTEAD = "The instant preview runs instead.";

type Row = readonly [
  row: string,
  given: Part,
  kind: SandboxKind,
  why: string,
  fallbacks?: readonly SandboxKind[],
];

/** The table of the README, row by row. */
const ROWS: readonly Row[] = [
  ["simple", {}, "instant", "It runs in this browser, with nothing to install."],
  [
    "simple, paid",
    { tier: "premium" },
    "instant",
    "It runs in this browser, with nothing to install.",
  ],
  [
    "a package",
    { needs: three },
    "webcontainer",
    "The project uses the package three.",
    ["hosted", "instant"],
  ],
  [
    "packages",
    { needs: { packagesOutside: ["d3", "gsap", "three"] } },
    "webcontainer",
    "The project uses d3 and 2 more of your own packages.",
    ["hosted", "instant"],
  ],
  [
    "a feature of Node",
    { needs: { nodeFeature: "Sass" } },
    "webcontainer",
    "The project uses Sass.",
    ["hosted", "instant"],
  ],
  [
    "a package, paid",
    { tier: "premium", needs: three },
    "hosted",
    "The project uses the package three.",
    ["webcontainer", "instant"],
  ],
  [
    "a package, paid, hosted off",
    { tier: "premium", needs: three, offer: { hosted: "off" } },
    "webcontainer",
    "The project uses the package three. Hosted sandboxes aren’t offered here.",
    ["instant"],
  ],
  [
    "many packages",
    { needs: { packagesOutside: many } },
    "hosted",
    `The project uses package-0 and ${SANDBOX_CHOICE.heavyPackages} more of your own packages.`,
    ["webcontainer", "instant"],
  ],
  [
    "many packages, hosted off",
    { needs: { packagesOutside: many }, offer: { hosted: "off" } },
    "webcontainer",
    `The project uses package-0 and ${SANDBOX_CHOICE.heavyPackages} more of your own packages.`,
    ["instant"],
  ],
  ["large", { needs: { bytes } }, "hosted", "The project is large.", ["instant"]],
  [
    "large, hosted off",
    { needs: { bytes }, offer: { hosted: "off" } },
    "instant",
    "It runs in this browser, with nothing to install.",
  ],
  ["shared", { isShared: true }, "hosted", "It is shared by a link.", ["instant"]],
  [
    "shared, hosted down",
    { isShared: true, offer: { hosted: "down" } },
    "instant",
    `Hosted sandboxes don’t answer at the moment. ${INSTEAD}`,
  ],
  [
    "hosted has a queue",
    { isShared: true, offer: { hosted: "busy" } },
    "hosted",
    "It is shared by a link. There is a queue for it.",
    ["instant"],
  ],
  [
    "hosted full",
    { isShared: true, offer: { hosted: "full" } },
    "instant",
    `All hosted sandboxes are taken, and the queue is full. ${INSTEAD}`,
  ],
  [
    "WebContainer off",
    { needs: three, offer: { webcontainer: "off" } },
    "hosted",
    "The project uses the package three. Node in the browser is switched off here.",
    ["instant"],
  ],
  [
    "both off",
    { needs: three, offer: { webcontainer: "off", hosted: "off" } },
    "instant",
    `Node in the browser is switched off here. ${INSTEAD}`,
  ],
  [
    "offline",
    { needs: three, isOnline: false },
    "instant",
    `Node in the browser needs the network, and you are offline. ${INSTEAD}`,
  ],
  [
    "offline, local runner",
    { needs: three, isOnline: false, offer: { webcontainer: "local-runner" } },
    "webcontainer",
    "The project uses the package three.",
    ["instant"],
  ],
  [
    "iOS",
    { needs: three, browser: { isIos: true }, offer: { hosted: "off" } },
    "instant",
    `Node in the browser doesn’t run on iPhone and iPad. ${INSTEAD}`,
  ],
  [
    "not isolated",
    { needs: three, browser: { isIsolated: false }, offer: { hosted: "off" } },
    "instant",
    `This page was loaded without the isolation that Node in the browser needs. ${INSTEAD}`,
  ],
  [
    "no shared memory",
    { needs: three, browser: { hasSharedMemory: false }, offer: { hosted: "off" } },
    "instant",
    `This browser lacks the shared memory that Node in the browser needs. ${INSTEAD}`,
  ],
  [
    "storage blocked",
    { needs: three, browser: { allowsThirdPartyStorage: false }, offer: { hosted: "off" } },
    "instant",
    `This browser blocks the storage that Node in the browser needs. ${INSTEAD}`,
  ],
  [
    "nothing allowed by the browser, local runner",
    {
      needs: three,
      browser: {
        isIos: true,
        isIsolated: false,
        hasSharedMemory: false,
        allowsThirdPartyStorage: false,
      },
      offer: { webcontainer: "local-runner" },
    },
    "webcontainer",
    "The project uses the package three.",
    ["hosted", "instant"],
  ],
  [
    "wish for WebContainer",
    { wish: "webcontainer" },
    "webcontainer",
    "You chose this.",
    ["instant"],
  ],
  [
    "wish for instant, against need",
    { wish: "instant", needs: three },
    "instant",
    "It runs in this browser, with nothing to install.",
  ],
  ["wish for hosted", { wish: "hosted" }, "hosted", "You chose this.", ["instant"]],
  [
    "wish that can't be had",
    { wish: "hosted", offer: { hosted: "down" } },
    "instant",
    `Hosted sandboxes don’t answer at the moment. ${INSTEAD}`,
  ],
  [
    "wish that can't be had, with need",
    { wish: "hosted", needs: three, offer: { hosted: "down" } },
    "webcontainer",
    "You chose this. Hosted sandboxes don’t answer at the moment.",
    ["instant"],
  ],
  [
    "it failed before",
    { needs: three, failed: { webcontainer: "Node stopped answering." } },
    "hosted",
    "The project uses the package three. Node stopped answering.",
    ["instant"],
  ],
  [
    "all failed before",
    { needs: three, failed: { webcontainer: "Node stopped answering." }, offer: { hosted: "off" } },
    "instant",
    `Node stopped answering. ${INSTEAD}`,
  ],
  [
    "it failed before, wished again",
    { wish: "webcontainer", failed: { webcontainer: "Node stopped answering." } },
    "webcontainer",
    "You chose this.",
    ["instant"],
  ],
];

describe("where a portfolio runs (R3.2)", () => {
  for (const [row, given, kind, why, fallbacks = []] of ROWS) {
    it(row, () => {
      const startsBehind = kind !== "instant";
      expect(chooseSandbox(situation(given))).toMatchObject({ kind, why, fallbacks, startsBehind });
    });
  }

  it("contacts StackBlitz only where WebContainer is chosen and comes from there", () => {
    const contacts = (given: Part) => chooseSandbox(situation(given)).contacts;
    expect(contacts({})).toBeNull();
    expect(contacts({ needs: three })).toBe("stackblitz");
    expect(contacts({ needs: three, offer: { webcontainer: "local-runner" } })).toBeNull();
    expect(contacts({ wish: "hosted" })).toBeNull();
  });

  it("always ends at the instant sandbox, and never tries one that is closed", () => {
    for (const row of ROWS) {
      const asked = situation(row[1]);
      const { kind, fallbacks } = chooseSandbox(asked);
      const chain = [kind, ...fallbacks];
      expect(chain.at(-1)).toBe("instant");
      expect(new Set(chain).size).toBe(chain.length);
      expect(chain.map((one) => closedBecause(one, asked))).toEqual(chain.map(() => null));
    }
  });

  it("shows in the menu what is offered, with the reason where it can't be had", () => {
    const kinds = (given: Part) => sandboxOptions(situation(given));
    expect(kinds({ offer: { hosted: "off" } }).map(({ kind }) => kind)).toEqual([
      "instant",
      "webcontainer",
    ]);
    expect(kinds({ browser: { isIsolated: false } })[1]?.closed).toContain("isolation");
    expect(kinds({}).every(({ closed }) => closed === null)).toBe(true);
  });
});
