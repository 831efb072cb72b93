import { useEffect, useState } from "react";
import { Button } from "../../../ui/Button.tsx";
import { EmptyState } from "../../../ui/EmptyState.tsx";
import { Skeleton } from "../../../ui/Skeleton.tsx";
import type { HistoryPanelProps, Version } from "./history-props.ts";
import { VersionRow } from "./VersionRow.tsx";
import "./history.css";

/** Every version, newest first: what changed since, back to it, on from it. */
export function HistoryPanel(props: HistoryPanelProps) {
  const { listVersions, onSave } = props;
  const [listed, setListed] = useState<{
    readonly versions: readonly Version[];
    readonly now: number;
  } | null>(null);
  const [open, setOpen] = useState<string | null>(null);
  useEffect(() => {
    let gone = false;
    void listVersions().then((found) => !gone && setListed({ versions: found, now: Date.now() }));
    return () => {
      gone = true;
    };
  }, [listVersions]);

  return (
    <div className="history">
      <div className="history-bar">
        <p>Versions are kept as you work. Going back never loses anything.</p>
        <Button size="small" onPress={onSave}>
          Save a version
        </Button>
      </div>
      {listed === null && <Skeleton label="Reading the versions" lines={4} />}
      {listed?.versions.length === 0 && (
        <EmptyState
          title="No versions yet"
          text="One is kept when you save it, after a while of work, and before every change of template."
          action={
            <Button size="small" onPress={onSave}>
              Save a version
            </Button>
          }
        />
      )}
      <ol className="versions" aria-label="Versions">
        {listed?.versions.map((version) => (
          <VersionRow
            key={version.id}
            {...props}
            version={version}
            now={listed.now}
            isOpen={open === version.id}
            onToggle={() => setOpen(open === version.id ? null : version.id)}
          />
        ))}
      </ol>
    </div>
  );
}
