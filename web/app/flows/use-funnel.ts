import { useEffect } from "react";
import type { OpenProject } from "../../project/open-project.ts";
import { onFunnel } from "../compose.ts";
import type { StudioSandbox } from "../screens/studio/studio-props.ts";

/** Counts that the preview stands, that something was changed, and where the portfolio runs. */
export function useFunnel(project: OpenProject, sandbox: StudioSandbox): void {
  const isOpen = sandbox.status === "open";
  // What is shown by then was chosen: the instant preview alone stands before anything was.
  const kind = sandbox.status === "open" ? sandbox.run.choice.kind : null;
  useEffect(() => {
    if (isOpen) onFunnel((funnel) => funnel.reach("preview"));
  }, [isOpen]);
  useEffect(() => {
    if (kind !== null) onFunnel((funnel) => funnel.choose(kind));
  }, [kind]);
  useEffect(() => project.onChanges(() => onFunnel((funnel) => funnel.reach("edit"))), [project]);
}
