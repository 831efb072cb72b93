import { useEffect, useEffectEvent, useState } from "react";
import type { Failure } from "../../../../shared/failure.ts";
import type { ProjectFiles } from "../../../../shared/project.ts";
import { Button } from "../../../ui/Button.tsx";
import { ErrorState } from "../../../ui/ErrorState.tsx";
import { Icon } from "../../../ui/Icon.tsx";
import { Skeleton } from "../../../ui/Skeleton.tsx";
import { DifferingFiles } from "./DifferingFiles.tsx";
import type { HistoryPanelProps, Version } from "./history-props.ts";
import { when } from "./when.ts";

const KINDS: Readonly<Record<Version["kind"], string>> = {
  created: "Created",
  auto: "Kept while working",
  manual: "Saved by you",
  restore: "Went back",
  template: "Change of template",
  conflict: "From another tab",
};

interface VersionRowProps extends Pick<
  HistoryPanelProps,
  "files" | "readVersion" | "onRestore" | "onBranch" | "renderDiff"
> {
  readonly version: Version;
  readonly isOpen: boolean;
  readonly onToggle: () => void;
  /** Epoch milliseconds. */
  readonly now: number;
}

/** One version; opened, it says what differs from now. */
export function VersionRow(props: VersionRowProps) {
  const { version, isOpen, onToggle, onRestore, onBranch, now } = props;
  const [tries, setTries] = useState(0);
  return (
    <li className="version">
      <button type="button" className="version-head" aria-expanded={isOpen} onClick={onToggle}>
        <span>
          <b>{version.label}</b>
          <small>
            {version.label === KINDS[version.kind] ? "" : `${KINDS[version.kind]} · `}
            <time dateTime={new Date(version.at).toISOString()}>{when(version.at, now)}</time>
          </small>
        </span>
        <Icon name={isOpen ? "chevron-down" : "chevron-right"} size={16} />
      </button>
      {isOpen && (
        <div className="version-body">
          <Difference key={tries} {...props} onRetry={() => setTries(tries + 1)} />
          <div className="version-acts">
            <Button size="small" onPress={() => onRestore(version)}>
              Go back to this
            </Button>
            <Button size="small" variant="quiet" onPress={() => onBranch(version)}>
              Go on from here
            </Button>
          </div>
        </div>
      )}
    </li>
  );
}

type Read =
  | { readonly state: "reading" }
  | { readonly state: "read"; readonly files: ProjectFiles }
  | { readonly state: "failed"; readonly failure: Failure };

function Difference({
  version,
  files,
  readVersion,
  renderDiff,
  onRetry,
}: VersionRowProps & { readonly onRetry: () => void }) {
  const [read, setRead] = useState<Read>({ state: "reading" });
  const readFiles = useEffectEvent(readVersion);
  useEffect(() => {
    let gone = false;
    void readFiles(version.id).then((result) => {
      if (gone) return;
      setRead(
        result.ok
          ? { state: "read", files: result.value }
          : { state: "failed", failure: result.failure },
      );
    });
    return () => {
      gone = true;
    };
  }, [version.id]);
  if (read.state === "reading") return <Skeleton label="Reading the version" lines={2} />;
  if (read.state === "failed") {
    return (
      <ErrorState
        failure={read.failure}
        action={
          <Button size="small" onPress={onRetry}>
            Try again
          </Button>
        }
      />
    );
  }
  return <DifferingFiles before={read.files} after={files} renderDiff={renderDiff} />;
}
