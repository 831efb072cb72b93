import { useEffect, useState } from "react";
import type { Failure } from "../../../shared/failure.ts";
import type { SourceCv } from "../../../shared/ports/portfolio-storage.ts";
import { openProject, type OpenProject } from "../../project/open-project.ts";
import type { Situation } from "../../../shared/sandbox/situation.ts";
import { configureNode, openSandbox, PACKAGES_AT_HAND } from "../../sandbox/open-sandbox.ts";
import { RunningPortfolio } from "../../sandbox/run-portfolio.ts";
import { portfolioStorage } from "../compose.ts";
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

function studioSandbox(run: RunningPortfolio, offer: Situation["offer"]): StudioSandbox {
  const state = run.getState();
  const { shown, failure } = state;
  if (failure !== null) return { status: "failed", failure, retry: run.retry };
  if (shown === null) return OPENING;
  const { webcontainer: nodeFrom } = offer;
  return { status: "open", sandbox: shown, run: { ...state, nodeFrom, choose: run.choose } };
}

/** What is offered until the server has said it: what this browser can do by itself. */
const NOTHING_YET: Situation["offer"] = { webcontainer: "off", hosted: "off" };

/** Runs a project until the returned function is called; says what becomes of it. */
function runProject(project: OpenProject, say: (state: StudioSandbox) => void): () => void {
  let offer = NOTHING_YET;
  const run = new RunningPortfolio({
    id: project.id,
    files: project.getState().files,
    surroundings: () => ({ tier: "anonymous", isShared: false, offer, atHand: PACKAGES_AT_HAND }),
    open: openSandbox,
    onPackages: (changes) => project.apply(changes, { label: "Install packages" }),
  });
  run.subscribe(() => say(studioSandbox(run, offer)));
  const unmirror = project.onChanges(run.write);
  let isLeft = false;
  void readOffer().then((read) => {
    if (isLeft || read === null) return;
    offer = read;
    run.reconsider();
  });
  return () => {
    isLeft = true;
    unmirror();
    run.dispose();
  };
}

/** What this installation offers beside the instant sandbox; `null` when nobody can say it now. */
async function readOffer(): Promise<Situation["offer"] | null> {
  const [{ apiClient }, { readConfigured }] = await Promise.all([
    import("../api-client.ts"),
    import("../../api/read-configured.ts"),
  ]);
  const configured = await readConfigured(apiClient);
  if (!configured.ok) return null;
  const { webcontainer, frameOrigin, apiKey } = configured.value.sandbox;
  await configureNode({ frameOrigin, apiKey });
  return { webcontainer, hosted: "off" };
}
