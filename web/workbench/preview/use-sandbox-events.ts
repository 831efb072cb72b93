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

type Views = ReadonlyMap<Sandbox, SandboxView>;
type ViewsAction =
  | { readonly of: Sandbox; readonly action: Action }
  | { readonly only: readonly (Sandbox | null)[] };

function viewsAfter(views: Views, action: ViewsAction): Views {
  if ("only" in action) return new Map([...views].filter(([of]) => action.only.includes(of)));
  const { of, action: event } = action;
  return new Map(views).set(of, sandboxView(views.get(of) ?? BEGINNING, event));
}

/**
 * Listens to the sandbox that is shown, and to the one that starts behind it: what that has told by
 * the time it takes over is known then. `null` while there is none.
 */
export function useSandboxEvents(
  sandbox: Sandbox | null,
  coming: Sandbox | null = null,
): readonly [SandboxView, { readonly clearConsole: () => void }] {
  const [views, dispatch] = useReducer(viewsAfter, new Map() as Views);
  useEffect(() => {
    dispatch({ only: [sandbox, coming] });
  }, [sandbox, coming]);
  useListening(sandbox, dispatch);
  useListening(coming, dispatch);
  const view = (sandbox && views.get(sandbox)) ?? BEGINNING;
  const clearConsole = () => {
    if (sandbox) dispatch({ of: sandbox, action: { type: "clear-console" } });
  };
  return [view, { clearConsole }];
}

function useListening(sandbox: Sandbox | null, dispatch: (action: ViewsAction) => void): void {
  useEffect(
    () => sandbox?.subscribe((action) => dispatch({ of: sandbox, action })),
    [sandbox, dispatch],
  );
}
