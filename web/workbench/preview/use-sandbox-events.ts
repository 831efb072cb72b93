import { useEffect, useReducer } from "react";
import type { Problem } from "../../../shared/build.ts";
import type { Sandbox, SandboxEvent, SandboxStatus } from "../../../shared/ports/sandbox.ts";
import { addConsoleEntry, type ConsoleLine } from "../console/console-entries.ts";

export interface SandboxView {
  readonly status: SandboxStatus;
  /** What is being waited for; `null` once the page stands. */
  readonly step: string | null;
  readonly building: boolean;
  /** True once the page has shown something. */
  readonly painted: boolean;
  readonly problems: readonly Problem[];
  readonly lines: readonly ConsoleLine[];
  /** Milliseconds of the last build. */
  readonly lastBuildMs: number | null;
}

const BEGINNING: SandboxView = {
  status: "idle",
  step: null,
  building: false,
  painted: false,
  problems: [],
  lines: [],
  lastBuildMs: null,
};

type Action = SandboxEvent | { readonly type: "clear-console" } | { readonly type: "new-sandbox" };

/** What the screen shows of a sandbox, after one more event. */
export function sandboxView(view: SandboxView, event: Action): SandboxView {
  switch (event.type) {
    case "status":
      return { ...view, status: event.status, step: event.step ?? null };
    case "build-start":
      return { ...view, building: true };
    case "build-end":
      return { ...view, building: false, lastBuildMs: event.durationMs };
    case "problems":
      return { ...view, problems: event.problems };
    case "console":
      return { ...view, lines: addConsoleEntry(view.lines, event.entry) };
    case "preview-painted":
      return { ...view, painted: true };
    case "clear-console":
      return { ...view, lines: [] };
    case "new-sandbox":
      return BEGINNING;
    case "preview-source":
      return { ...view, painted: false };
    case "log":
    case "packages-change":
      return view;
  }
}

/** Listens to a sandbox; `null` while there is none. */
export function useSandboxEvents(
  sandbox: Sandbox | null,
): readonly [SandboxView, { readonly clearConsole: () => void }] {
  const [view, dispatch] = useReducer(sandboxView, BEGINNING);
  useEffect(() => {
    dispatch({ type: "new-sandbox" });
    return sandbox?.subscribe(dispatch);
  }, [sandbox]);
  return [view, { clearConsole: () => dispatch({ type: "clear-console" }) }];
}
