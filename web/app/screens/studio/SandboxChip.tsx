import { Button } from "../../../ui/Button.tsx";
import { Icon } from "../../../ui/Icon.tsx";
import { Popover } from "../../../ui/Popover.tsx";
import { SandboxMenu } from "./SandboxMenu.tsx";
import { kindName, shortName } from "./sandbox-words.ts";
import { useStudio } from "./studio-context.tsx";

/** Where the site runs; opens why, what is starting, and the other ways. */
export function SandboxChip() {
  const { props, sandbox: events, isPhone } = useStudio();
  const { sandbox } = props;
  if (sandbox.status !== "open") {
    return (
      <span className="save-note">
        {sandbox.status === "opening" ? "Starting…" : "Not running"}
      </span>
    );
  }
  const { coming, fallback } = sandbox.run;
  const name = kindName(sandbox.sandbox.kind, sandbox.run);
  return (
    <Popover
      label="Where the site runs"
      placement="bottom end"
      trigger={
        <Button
          variant="quiet"
          size="small"
          className="sandbox-chip"
          {...(isPhone ? { "aria-label": `Where the site runs: ${name}` } : {})}
        >
          <i
            data-building={events.building || coming !== null || undefined}
            data-bad={events.problems.length > 0 || undefined}
            data-fallback={fallback !== null || undefined}
          />
          {isPhone ? <Icon name="monitor" size={16} /> : name}
          {coming !== null && !isPhone && (
            <span className="sandbox-coming">{shortName(coming.kind)} is starting</span>
          )}
          {!isPhone && <Icon name="chevron-down" size={16} />}
        </Button>
      }
    >
      {({ close }) => <SandboxMenu sandbox={sandbox} onLeave={close} />}
    </Popover>
  );
}
