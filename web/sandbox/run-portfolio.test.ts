import { afterEach, beforeEach, expect, it } from "vitest";
import { fail, ok, type Failure, type Result } from "../../shared/failure.ts";
import type { Sandbox, SandboxEvent } from "../../shared/ports/sandbox.ts";
import type { FileChange } from "../../shared/project.ts";
import type { SandboxKind } from "../../shared/sandbox/situation.ts";
import { RunningPortfolio } from "./run-portfolio.ts";

/** A sandbox that does what the test says, when it says so. */
class Played {
  readonly written: FileChange[] = [];
  readonly started = Promise.withResolvers<Result<void>>();
  isDisposed = false;
  #listeners = new Set<(event: SandboxEvent) => void>();
  readonly sandbox: Sandbox;
  readonly kind: SandboxKind;
  constructor(kind: SandboxKind) {
    this.kind = kind;
    if (kind === "instant") this.started.resolve(ok(undefined));
    this.sandbox = {
      kind,
      shell: null,
      preview: {
        source: { html: "" },
        permissions: "",
        connect: () => () => undefined,
        reload: () => undefined,
      },
      files: {
        write: async (changes) => {
          this.written.push(...changes);
          return ok(undefined);
        },
        read: async () => null,
        list: async () => [],
      },
      start: () => this.started.promise,
      build: async () => fail(LOST),
      snapshot: async () => ({}),
      subscribe: (listener) => {
        this.#listeners.add(listener);
        return () => this.#listeners.delete(listener);
      },
      dispose: async () => {
        this.isDisposed = true;
      },
    };
  }
  say(event: SandboxEvent): void {
    for (const listener of this.#listeners) listener(event);
  }
}

const LOST: Failure = {
  kind: "unavailable",
  message: "Node in the browser was lost.",
  nextStep: "Try again.",
  retryable: true,
};
const PAINTED: SandboxEvent = { type: "preview-painted", revision: 1 };
const turn = () => new Promise<void>((done) => setImmediate(done));

let opened: Played[] = [];
const ofKind = (kind: SandboxKind) => opened.filter((one) => one.kind === kind);
const untouched = { addEventListener: globalThis.addEventListener };
beforeEach(() => {
  opened = [];
  const quiet = () => undefined;
  Object.assign(globalThis, { addEventListener: quiet, removeEventListener: quiet });
});
afterEach(() => void Object.assign(globalThis, untouched));

async function run(packages: FileChange[][] = []): Promise<RunningPortfolio> {
  const portfolio = new RunningPortfolio({
    id: "one",
    files: { "package.json": "{}" },
    surroundings: () => ({
      tier: "anonymous",
      isShared: false,
      offer: { webcontainer: "local-runner", hosted: "off" },
      atHand: ["react"],
    }),
    open: async (kind) => {
      const one = new Played(kind);
      opened.push(one);
      return one.sandbox;
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
  node!.say(PAINTED);
  await turn();
  expect(shown(portfolio)).toBe("webcontainer");
  expect(portfolio.getState().coming).toBeNull();
  expect(ofKind("instant")[0]!.isDisposed).toBe(true);
});

it("writes to both while one starts behind the other", async () => {
  const portfolio = await run();
  portfolio.choose("webcontainer");
  await turn();
  const change = { path: "src/a.ts", content: "1" };
  portfolio.write([change]);
  expect(opened.map(({ written }) => written)).toEqual([[change], [change]]);
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
  expect(node!.isDisposed).toBe(true);
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
  node!.say(PAINTED);
  await turn();
  node!.say({ type: "status", status: "failed", failure: LOST });
  await turn();
  expect(shown(portfolio)).toBe("webcontainer");
  const again = ofKind("instant")[1]!;
  again.say(PAINTED);
  await turn();
  expect(shown(portfolio)).toBe("instant");
  expect(portfolio.getState().fallback).toBe(LOST);
  expect(node!.isDisposed).toBe(true);
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
  expect(ofKind("webcontainer")[0]!.isDisposed).toBe(true);
});

it("hands npm's own changes to the project, and frees all when it is left", async () => {
  const packages: FileChange[][] = [];
  const portfolio = await run(packages);
  portfolio.choose("webcontainer");
  await turn();
  const changes = [{ path: "package.json", content: "{}" }];
  ofKind("webcontainer")[0]!.say({ type: "packages-change", changes });
  expect(packages).toEqual([changes]);
  portfolio.dispose();
  expect(opened.every(({ isDisposed }) => isDisposed)).toBe(true);
});
