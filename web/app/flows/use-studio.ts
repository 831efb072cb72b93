import { useEffect, useState } from "react";
import type { Failure } from "../../../shared/failure.ts";
import type { FileChange } from "../../../shared/project.ts";
import type { SourceCv } from "../../../shared/ports/portfolio-storage.ts";
import { openProject, type OpenProject } from "../../project/open-project.ts";
import { openSandbox } from "../../sandbox/open-sandbox.ts";
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

/** Runs an open project in a sandbox and keeps the two alike: files go down as they change. */
export function useSandbox(project: OpenProject): StudioSandbox {
  const [state, setState] = useState<StudioSandbox>(OPENING);
  useEffect(() => runProject(project, setState), [project]);
  return state;
}

const OPENING: StudioSandbox = { status: "opening", step: null };

/** Runs a project until the returned function is called; says what becomes of it. */
function runProject(project: OpenProject, say: (state: StudioSandbox) => void): () => void {
  let isLeft = false;
  let stop = () => undefined as void;

  const run = async () => {
    const { files } = project.getState();
    // What changes while the sandbox opens waits for it.
    const waiting: FileChange[] = [];
    let mirror = (changes: readonly FileChange[]) => void waiting.push(...changes);
    const unmirror = project.onChanges((changes) => mirror(changes));
    const sandbox = await openSandbox("instant", { id: project.id, files });
    mirror = (changes) => void sandbox.files.write(changes);
    if (waiting.length > 0) mirror(waiting);
    stop = () => {
      unmirror();
      void sandbox.dispose();
    };
    if (isLeft) return stop();
    say({ status: "open", sandbox, why: "It runs in this browser, with nothing to install." });
    const started = await sandbox.start();
    if (started.ok || isLeft) return;
    stop();
    const retry = () => {
      say(OPENING);
      void run();
    };
    say({ status: "failed", failure: started.failure, retry });
  };

  void run();
  return () => {
    isLeft = true;
    stop();
  };
}
