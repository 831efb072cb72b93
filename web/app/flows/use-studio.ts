import { useEffect, useState } from "react";
import type { Failure } from "../../../shared/failure.ts";
import type { SourceCv } from "../../../shared/ports/portfolio-storage.ts";
import { actOfPackages } from "../../agent/act-of-packages.ts";
import { openProject, type OpenProject } from "../../project/open-project.ts";
import { openSandbox, PACKAGES_AT_HAND } from "../../sandbox/open-sandbox.ts";
import { RunningPortfolio } from "../../sandbox/run-portfolio.ts";
import { portfolioStorage } from "../compose.ts";
import type { HostedActs } from "./hosted-acts.ts";
import type { SandboxSurroundings } from "./sandbox-surroundings.ts";
import type { StudioSandbox } from "../screens/studio/studio-props.ts";

export type OpenedPortfolio =
  | { readonly status: "opening" }
  | { readonly status: "failed"; readonly failure: Failure }
  | {
      readonly status: "open";
      readonly project: OpenProject;
      /** The CV it came from; `null` when it began without one. */
      readonly source: SourceCv | null;
      /** Why nothing outlives this page, when storage is closed to us. */
      readonly storageFailure: Failure | null;
    };

const NOT_HERE: Failure = {
  kind: "not-found",
  message: "This portfolio isn’t in this browser.",
  nextStep: "It may have been deleted here, or made in another browser.",
  retryable: false,
};

/**
 * Opens a portfolio for as long as the component stands, and closes it, saved, afterwards. Another
 * portfolio is another component: give it the id as its key.
 */
export function usePortfolio(id: string): OpenedPortfolio {
  const [opened, setOpened] = useState<OpenedPortfolio>({ status: "opening" });
  useEffect(() => {
    let project: OpenProject | null = null;
    let isLeft = false;
    void (async () => {
      const storage = await portfolioStorage();
      const [opening, source] = await Promise.all([
        openProject({ id, storage }),
        storage.readSource(id),
      ]);
      if (!opening.ok) {
        const failure = opening.failure.kind === "not-found" ? NOT_HERE : opening.failure;
        if (!isLeft) setOpened({ status: "failed", failure });
        return;
      }
      project = opening.value;
      if (isLeft) void project.close();
      else {
        setOpened({
          status: "open",
          project,
          source: source.ok ? source.value : null,
          storageFailure: storage.failure,
        });
      }
    })();
    return () => {
      isLeft = true;
      void project?.close();
    };
  }, [id]);
  return opened;
}

/** Runs an open project where it can run best, and keeps the two alike: files go down as they change. */
export function useSandbox(project: OpenProject): StudioSandbox {
  const [state, setState] = useState<StudioSandbox>(OPENING);
  useEffect(() => runProject(project, setState), [project]);
  return state;
}

const OPENING: StudioSandbox = { status: "opening", step: null };

/** What surrounds a running portfolio, and what can be done with its hosted sandbox where there are any. */
interface Around {
  readonly surroundings: SandboxSurroundings;
  readonly hosted: HostedActs | null;
}

function studioSandbox(run: RunningPortfolio, around: Around): StudioSandbox {
  const state = run.getState();
  const { shown, failure } = state;
  if (failure !== null) return { status: "failed", failure, retry: run.retry };
  if (shown === null) return OPENING;
  const { offer, hostedFrom, demand } = around.surroundings;
  const from = { nodeFrom: offer.webcontainer, hostedFrom, demand };
  return {
    status: "open",
    sandbox: shown,
    run: { ...state, ...from, hosted: around.hosted, choose: run.choose },
  };
}

/** Runs a project until the returned function is called; says what becomes of it. */
function runProject(project: OpenProject, say: (state: StudioSandbox) => void): () => void {
  let around: Around = { surroundings: NOTHING_OFFERED, hosted: null };
  const run = new RunningPortfolio({
    id: project.id,
    files: project.getState().files,
    surroundings: () => {
      const { tier, isShared, offer } = around.surroundings;
      return { tier, isShared, offer, atHand: PACKAGES_AT_HAND };
    },
    open: openSandbox,
    onPackages: (changes) => project.apply(changes, actOfPackages(project)),
    lookAround: () => look(),
  });
  let isLeft = false;
  const look = async () => {
    const read = await readAround(project.id);
    if (isLeft || read === null) return;
    around = read;
    run.reconsider();
    say(studioSandbox(run, around));
  };
  let fallback: Failure | null = null;
  run.subscribe(() => {
    say(studioSandbox(run, around));
    const { fallback: now } = run.getState();
    // What couldn't start may not be offered any more just now.
    if (now !== null && now !== fallback) void look();
    fallback = now;
  });
  const unmirror = project.onChanges(run.write);
  void look();
  return () => {
    isLeft = true;
    unmirror();
    run.dispose();
  };
}

/** Loaded with the studio's first look at the server: the start screen needs none of it. */
async function readAround(portfolioId: string): Promise<Around | null> {
  const [{ apiClient: client }, { readSurroundings }, { hostedActs }, storage] = await Promise.all([
    import("../api-client.ts"),
    import("./sandbox-surroundings.ts"),
    import("./hosted-acts.ts"),
    portfolioStorage(),
  ]);
  const at = { client, storage, portfolioId };
  const surroundings = await readSurroundings({ ...at, now: Date.now() });
  if (surroundings === null) return null;
  return { surroundings, hosted: surroundings.hostedFrom === "off" ? null : hostedActs(at) };
}

/** Until the server has said it: what this browser can do by itself. */
const NOTHING_OFFERED: SandboxSurroundings = {
  tier: "anonymous",
  isShared: false,
  offer: { webcontainer: "off", hosted: "off" },
  hostedFrom: "off",
  demand: null,
};
