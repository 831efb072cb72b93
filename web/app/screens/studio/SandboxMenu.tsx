import type { SandboxKind } from "../../../../shared/sandbox/situation.ts";
import type { BootStep } from "../../../sandbox/boot-steps.ts";
import { Button } from "../../../ui/Button.tsx";
import { ProgressSteps, type ProgressStep } from "../../../ui/ProgressSteps.tsx";
import { RadioCards } from "../../../ui/RadioCards.tsx";
import { shownTime } from "../../../ui/shown-time.ts";
import { HostedPart } from "./HostedPart.tsx";
import { PhoneDrawers } from "./PhoneDrawers.tsx";
import { COMES_BACK, kindDetail, kindName, runNotice, shortName } from "./sandbox-words.ts";
import { useStudio } from "./studio-context.tsx";
import type { StudioRun, StudioSandbox } from "./studio-props.ts";
import "./sandbox-menu.css";

/** Why the site runs where it does, how a start goes on, and the other ways to run it. */
export function SandboxMenu(props: {
  readonly sandbox: StudioSandbox & { status: "open" };
  /** Something else is to be seen: the menu is in its way. */
  readonly onLeave: () => void;
}) {
  const { sandbox, onLeave } = props;
  const { sandbox: events, isPhone } = useStudio();
  const { run, sandbox: shown } = sandbox;
  const notice = runNotice(shown.kind, run);
  const kind = run.coming?.kind ?? shown.kind;
  return (
    <div className="sandbox-menu">
      {isPhone && <PhoneDrawers onChoose={onLeave} />}
      <p className="sandbox-why">{run.fallback?.message ?? run.choice.why}</p>
      {run.fallback !== null && <p className="sandbox-why">{nextStep(run)}</p>}
      {notice !== null && <p className="sandbox-notice">{notice}</p>}
      {run.fallback === null && run.coming === null && (
        <p className="sandbox-why">
          {events.lastBuildMs === null
            ? "The first build is under way."
            : `The last change took ${shownTime(events.lastBuildMs)} to build.`}
        </p>
      )}
      <Start run={run} />
      <RadioCards
        label="Run it"
        columns={1}
        value={kind}
        onChange={(chosen: SandboxKind) => run.choose(chosen)}
        options={run.options.map((option) => ({
          id: option.kind,
          label: kindName(option.kind, run),
          detail: option.closed ?? kindDetail(option.kind, run),
          isDisabled: option.closed !== null,
        }))}
      />
      {run.demand !== null && <p className="sandbox-notice">{run.demand}</p>}
      {(run.wish !== null || run.fallback !== null) && (
        <div className="sandbox-acts">
          {run.fallback?.retryable === true && run.fallbackFrom !== null && (
            <Button size="small" onPress={() => run.choose(run.fallbackFrom)}>
              Try {shortName(run.fallbackFrom)} again
            </Button>
          )}
          {run.wish !== null && (
            <Button size="small" variant="quiet" onPress={() => run.choose(null)}>
              Let CV2WEB choose
            </Button>
          )}
        </div>
      )}
      {run.hosted !== null && (
        <HostedPart acts={run.hosted} onLeave={() => kind === "hosted" && run.choose("instant")} />
      )}
    </div>
  );
}

const nextStep = ({ comesBack, fallback }: StudioRun) =>
  comesBack ? COMES_BACK : fallback?.nextStep;

/** The start that is under way or was the last: its steps, and what was printed. */
function Start({ run }: { readonly run: StudioRun }) {
  const { coming, steps, log, fallback } = run;
  if (steps.length === 0) return null;
  return (
    <div className="sandbox-start">
      {(coming !== null || fallback !== null) && (
        <ProgressSteps label="Starting" steps={shownSteps(steps, fallback !== null)} />
      )}
      {log.length > 0 && (
        <details className="sandbox-log">
          <summary>Log ({log.length} lines)</summary>
          {/* A scrolling place must be reachable by keyboard (axe: scrollable-region-focusable). */}
          {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
          <pre tabIndex={0}>{log.join("\n")}</pre>
        </details>
      )}
    </div>
  );
}

function shownSteps(steps: readonly BootStep[], hasFailed: boolean): readonly ProgressStep[] {
  return steps.map(({ title, began, ended }, at) => {
    const [name = title, count] = title.split(" (");
    const failed = hasFailed && at === steps.length - 1;
    return {
      name,
      state: failed ? "failed" : ended === null ? "now" : "done",
      ...(ended !== null && { ms: ended - began }),
      ...(count !== undefined && { detail: count.replace(")", "") }),
    };
  });
}
