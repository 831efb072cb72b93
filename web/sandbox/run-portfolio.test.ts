import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { fail, ok, type Failure, type Result } from "../../shared/failure.ts";
import type { SandboxEvent } from "../../shared/ports/sandbox.ts";
import type { FileChange } from "../../shared/project.ts";
import type { SandboxKind } from "../../shared/sandbox/situation.ts";
import { fakeSandbox, type FakeSandbox } from "../../tests/fakes/fake-sandbox.ts";
import { RunningPortfolio } from "./run-portfolio.ts";
import type { Surroundings } from "./run-state.ts";

interface Opened {
  readonly kind: SandboxKind;
  readonly sandbox: FakeSandbox;
  readonly started: PromiseWithResolvers<Result<void>>;
}

const LOST: Failure = {
  kind: "unavailable",
  message: "Node in the browser was lost.",
  nextStep: "Try again.",
  retryable: true,
};
const PAINTED: SandboxEvent = { type: "preview-painted", revision: 1 };
const turn = () => new Promise<void>((done) => setImmediate(done));

let opened: Opened[] = [];
const ofKind = (kind: SandboxKind) => opened.filter((one) => one.kind === kind);
const untouched = { addEventListener: globalThis.addEventListener };
beforeEach(() => {
  opened = [];
  later = [];
  const quiet = () => undefined;
  // Node's own navigator knows no network.
  Object.defineProperty(navigator, "onLine", { value: true, configurable: true });
  Object.assign(globalThis, { addEventListener: quiet, removeEventListener: quiet });
});
afterEach(() => void Object.assign(globalThis, untouched));

/** What waits for its time, and how long; the test lets it pass. */
let later: { readonly run: () => void; readonly ms: number }[] = [];
const pass = async () => {
  for (const { run } of later.splice(0)) run();
  await turn();
};

async function run(
  packages: FileChange[][] = [],
  offer: Surroundings["offer"] = { webcontainer: "local-runner", hosted: "off" },
): Promise<RunningPortfolio> {
  const portfolio = new RunningPortfolio({
    id: "one",
    files: { "package.json": "{}" },
    surroundings: () => ({
      tier: "anonymous",
      isShared: false,
      offer,
      atHand: ["react"],
    }),
    open: async (kind, { files }) => {
      const started = Promise.withResolvers<Result<void>>();
      if (kind === "instant") started.resolve(ok(undefined));
      const sandbox = fakeSandbox(files, { kind, starting: started.promise });
      opened.push({ kind, sandbox, started });
      return sandbox;
    },
    lookAround: async () => undefined,
    later: (act, ms) => {
      const one = { run: act, ms };
      later.push(one);
      return () => (later = later.filter((other) => other !== one));
    },
    onPackages: (changes) => packages.push([...changes]),
  });
  await turn();
  return portfolio;
}

const shown = (portfolio: RunningPortfolio) => portfolio.getState().shown?.kind;

it("keeps the instant preview until Node's page has painted", async () => {
  const portfolio = await run();
  expect(shown(portfolio)).toBe("instant");
  portfolio.choose("webcontainer");
  await turn();
  const [node] = ofKind("webcontainer");
  expect(portfolio.getState()).toMatchObject({ coming: node!.sandbox, isReady: false });
  node!.started.resolve(ok(undefined));
  await turn();
  expect(portfolio.getState()).toMatchObject({ isReady: true });
  expect(shown(portfolio)).toBe("instant");
  node!.sandbox.say(PAINTED);
  await turn();
  expect(shown(portfolio)).toBe("webcontainer");
  expect(portfolio.getState().coming).toBeNull();
  expect(ofKind("instant")[0]!.sandbox.isDisposed).toBe(true);
});

it("stays with the instant preview, and says why, when Node is lost between its start and its first page", async () => {
  const portfolio = await run();
  portfolio.choose("webcontainer");
  await turn();
  const [node] = ofKind("webcontainer");
  node!.started.resolve(ok(undefined));
  await turn();
  node!.sandbox.say({ type: "status", status: "failed", failure: LOST });
  await turn();
  expect(portfolio.getState()).toMatchObject({ fallback: LOST, coming: null, isReady: false });
  expect(shown(portfolio)).toBe("instant");
  expect(node!.sandbox.isDisposed).toBe(true);
});

it("writes to both while one starts behind the other", async () => {
  const portfolio = await run();
  portfolio.choose("webcontainer");
  await turn();
  const change = { path: "src/a.ts", content: "1" };
  portfolio.write([change]);
  expect(opened.map(({ sandbox }) => sandbox.written)).toEqual([[change], [change]]);
});

it("stays, and says why, when Node can't start; the same wish tries again", async () => {
  const portfolio = await run();
  portfolio.choose("webcontainer");
  await turn();
  const [node] = ofKind("webcontainer");
  node!.started.resolve(fail(LOST));
  await turn();
  expect(portfolio.getState()).toMatchObject({ fallback: LOST, coming: null, wish: null });
  expect(shown(portfolio)).toBe("instant");
  expect(node!.sandbox.isDisposed).toBe(true);
  expect(ofKind("webcontainer")).toHaveLength(1);
  portfolio.choose("webcontainer");
  await turn();
  expect(ofKind("webcontainer")).toHaveLength(2);
  expect(portfolio.getState().fallback).toBeNull();
});

it("goes back to the instant preview when Node is lost while it runs", async () => {
  const portfolio = await run();
  portfolio.choose("webcontainer");
  await turn();
  const [node] = ofKind("webcontainer");
  node!.started.resolve(ok(undefined));
  await turn();
  node!.sandbox.say(PAINTED);
  await turn();
  node!.sandbox.say({ type: "status", status: "failed", failure: LOST });
  await turn();
  expect(shown(portfolio)).toBe("webcontainer");
  const again = ofKind("instant")[1]!;
  again.sandbox.say(PAINTED);
  await turn();
  expect(shown(portfolio)).toBe("instant");
  expect(portfolio.getState().fallback).toBe(LOST);
  expect(node!.sandbox.isDisposed).toBe(true);
});

it("brings Node by itself for a package of one's own, and lets it go with the package", async () => {
  const portfolio = await run();
  const listing = (dependencies: object) => [
    { path: "package.json", content: JSON.stringify({ dependencies }) },
  ];
  portfolio.write(listing({ three: "1" }));
  await turn();
  expect(portfolio.getState().coming?.kind).toBe("webcontainer");
  expect(portfolio.getState().choice.why).toBe("The project uses the package three.");
  portfolio.write(listing({ react: "19" }));
  await turn();
  expect(portfolio.getState().coming).toBeNull();
  expect(ofKind("webcontainer")[0]!.sandbox.isDisposed).toBe(true);
});

it("hands npm's own changes to the project, and frees all when it is left", async () => {
  const packages: FileChange[][] = [];
  const portfolio = await run(packages);
  portfolio.choose("webcontainer");
  await turn();
  const changes = [{ path: "package.json", content: "{}" }];
  ofKind("webcontainer")[0]!.sandbox.say({ type: "packages-change", changes });
  expect(packages).toEqual([changes]);
  portfolio.dispose();
  expect(opened.every(({ sandbox }) => sandbox.isDisposed)).toBe(true);
});

describe("a hosted sandbox that was lost", () => {
  const GONE: Failure = { ...LOST, message: "The hosted sandbox was lost." };

  /** One that runs, and is lost. */
  async function lose(failure = GONE): Promise<RunningPortfolio> {
    const portfolio = await run([], { webcontainer: "off", hosted: "free" });
    portfolio.choose("hosted");
    await turn();
    await stand("hosted");
    expect(shown(portfolio)).toBe("hosted");
    ofKind("hosted").at(-1)!.sandbox.say({ type: "status", status: "failed", failure });
    await turn();
    await stand("instant");
    expect(shown(portfolio)).toBe("instant");
    return portfolio;
  }
  async function stand(kind: SandboxKind): Promise<void> {
    const { started, sandbox } = ofKind(kind).at(-1)!;
    started.resolve(ok(undefined));
    await turn();
    sandbox.say(PAINTED);
    await turn();
  }

  it("comes back by itself, with what was written meanwhile; until then the instant preview runs", async () => {
    const portfolio = await lose();
    expect(portfolio.getState()).toMatchObject({ fallback: GONE, comesBack: true });
    expect(later.map(({ ms }) => ms)).toEqual([2_000]);
    portfolio.write([{ path: "src/a.ts", content: "meanwhile" }]);
    await pass();
    const back = ofKind("hosted")[1]!;
    expect(portfolio.getState()).toMatchObject({ coming: back.sandbox, comesBack: true });
    expect(shown(portfolio)).toBe("instant");
    expect(await back.sandbox.files.read("src/a.ts")).toBe("meanwhile");
    await stand("hosted");
    expect(shown(portfolio)).toBe("hosted");
    expect(portfolio.getState()).toMatchObject({
      fallback: null,
      comesBack: false,
      wish: "hosted",
    });
  });

  it("is asked for with longer pauses, told of once, and again from the start after a steady minute", async () => {
    const portfolio = await lose();
    const { fallback } = portfolio.getState();
    const pauses: number[] = [];
    for (let tries = 0; tries < 7; tries += 1) {
      pauses.push(...later.map(({ ms }) => ms));
      await pass();
      ofKind("hosted")
        .at(-1)!
        .started.resolve(fail({ ...GONE }));
      await turn();
      expect(portfolio.getState().fallback).toBe(fallback);
    }
    expect(pauses).toEqual([2_000, 5_000, 10_000, 20_000, 40_000, 60_000, 60_000]);
    await pass();
    await stand("hosted");
    await pass();
    ofKind("hosted").at(-1)!.sandbox.say({ type: "status", status: "failed", failure: GONE });
    await turn();
    expect(later.map(({ ms }) => ms)).toEqual([2_000]);
  });

  it("isn’t asked for any longer by somebody who chose the instant preview, or left", async () => {
    const portfolio = await lose();
    portfolio.choose("instant");
    expect(later).toEqual([]);
    expect(portfolio.getState()).toMatchObject({ comesBack: false, fallback: null });
    const other = await lose();
    other.dispose();
    expect(later).toEqual([]);
  });

  it("stays away where another window has it, or its project doesn’t run", async () => {
    for (const kind of ["conflict", "build-failed"] as const) {
      opened = [];
      const portfolio = await lose({ ...GONE, kind });
      expect(portfolio.getState()).toMatchObject({ comesBack: false, fallback: { kind } });
      expect(later).toEqual([]);
    }
  });
});
