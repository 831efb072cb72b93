import { shownTime } from "../../../ui/shown-time.ts";
import { Button } from "../../../ui/Button.tsx";
import { Icon } from "../../../ui/Icon.tsx";
import { Popover } from "../../../ui/Popover.tsx";
import { useStudio } from "./studio-context.tsx";

const KINDS = {
  instant: "Instant · in this browser",
  webcontainer: "Node · in this browser",
  hosted: "Hosted · on our servers",
} as const;

/** Where the site runs, and in one line why there. */
export function SandboxChip() {
  const { props, sandbox: events } = useStudio();
  const { sandbox } = props;
  if (sandbox.status !== "open") {
    return (
      <span className="save-note">
        {sandbox.status === "opening" ? "Starting…" : "Not running"}
      </span>
    );
  }
  return (
    <Popover
      label="Where the site runs"
      placement="bottom end"
      trigger={
        <Button variant="quiet" size="small" className="sandbox-chip">
          <i
            data-building={events.building || undefined}
            data-bad={events.problems.length > 0 || undefined}
          />
          {KINDS[sandbox.sandbox.kind]}
          <Icon name="chevron-down" size={16} />
        </Button>
      }
    >
      <p className="sandbox-why">{sandbox.why}</p>
      <p className="sandbox-why">
        {events.lastBuildMs === null
          ? "The first build is under way."
          : `The last change took ${shownTime(events.lastBuildMs)} to build.`}
      </p>
    </Popover>
  );
}
