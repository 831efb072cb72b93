import { lazy, Suspense } from "react";
import { Button } from "../../../ui/Button.tsx";
import { EmptyState } from "../../../ui/EmptyState.tsx";
import { loadNotice, runNotice, shortName } from "./sandbox-words.ts";
import { useStudio } from "./studio-context.tsx";
import type { StudioRun } from "./studio-props.ts";

const TerminalPanel = lazy(() =>
  import("../../../workbench/terminal/TerminalPanel.tsx").then((module) => ({
    default: module.TerminalPanel,
  })),
);

/** The terminal of a sandbox that has a shell; where there is none, the way to one. */
export function TerminalRoom({ isShown }: { readonly isShown: boolean }) {
  const { sandbox } = useStudio().props;
  if (sandbox.status !== "open") return null;
  const { sandbox: shown, run } = sandbox;
  if (shown.shell === null) return isShown ? <NoShell run={run} /> : null;
  return (
    <Suspense>
      <TerminalPanel
        key={shown.kind}
        shell={shown.shell}
        command={shown.kind === "webcontainer" ? "jsh" : "bash"}
        notice={runNotice(shown.kind, run)}
        isShown={isShown}
      />
    </Suspense>
  );
}

function NoShell({ run }: { readonly run: StudioRun }) {
  const { coming, options, steps } = run;
  if (coming !== null) {
    return (
      <EmptyState
        title={`${shortName(coming.kind)} is starting`}
        text={steps.at(-1)?.title ?? ""}
      />
    );
  }
  const node = options.find(({ kind }) => kind === "webcontainer");
  if (node === undefined || node.closed !== null) {
    return <EmptyState title="A terminal needs Node" text={node?.closed ?? ""} />;
  }
  return (
    <EmptyState
      title="A terminal needs Node"
      text={`The instant preview has none. ${loadNotice(run)}`}
      action={
        <Button variant="primary" onPress={() => run.choose("webcontainer")}>
          Start Node
        </Button>
      }
    />
  );
}
