import { Button } from "../../../ui/Button.tsx";
import { Icon } from "../../../ui/Icon.tsx";
import { Popover } from "../../../ui/Popover.tsx";
import { SandboxMenu } from "./SandboxMenu.tsx";
import { kindName } from "./sandbox-words.ts";
import { useStudio } from "./studio-context.tsx";

/** Where the site runs; opens why, what is starting, and the other ways. */
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
  const { coming, nodeFrom, fallback } = sandbox.run;
  return (
    <Popover
      label="Where the site runs"
      placement="bottom end"
      trigger={
        <Button variant="quiet" size="small" className="sandbox-chip">
          <i
            data-building={events.building || coming !== null || undefined}
            data-bad={events.problems.length > 0 || undefined}
            data-fallback={fallback !== null || undefined}
          />
          {kindName(sandbox.sandbox.kind, nodeFrom)}
          {coming !== null && <span className="sandbox-coming">Node is starting</span>}
          <Icon name="chevron-down" size={16} />
        </Button>
      }
    >
      <SandboxMenu sandbox={sandbox} />
    </Popover>
  );
}
