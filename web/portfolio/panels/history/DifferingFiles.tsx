import { useMemo, useState } from "react";
import { diffFiles, type FileDiff } from "../../../../shared/portfolio/diff-files.ts";
import type { ProjectFiles } from "../../../../shared/project.ts";
import type { HistoryPanelProps } from "./history-props.ts";

/** More than this is a change of template: counted, not listed. */
const LISTED = 40;

export interface DifferingFilesProps extends Pick<HistoryPanelProps, "renderDiff"> {
  readonly before: ProjectFiles;
  readonly after: ProjectFiles;
}

/** The files that a version and the present state have not in common; each opens into its lines. */
export function DifferingFiles({ before, after, renderDiff }: DifferingFilesProps) {
  const diffs = useMemo(() => diffFiles(before, after), [before, after]);
  const [open, setOpen] = useState<string | null>(null);
  if (diffs.length === 0) return <p className="version-note">This is what you have now.</p>;
  return (
    <>
      <p className="version-note">
        {diffs.length === 1 ? "1 file has" : `${diffs.length} files have`} changed since.
      </p>
      <ul className="version-files">
        {diffs.slice(0, LISTED).map((diff) => (
          <li key={diff.path}>
            <button
              type="button"
              aria-expanded={open === diff.path}
              onClick={() => setOpen(open === diff.path ? null : diff.path)}
            >
              <span className="version-path">{diff.path}</span>
              <Counts diff={diff} />
            </button>
            {open === diff.path && (
              <div className="version-diff">
                {renderDiff({
                  path: diff.path,
                  before: before[diff.path],
                  after: after[diff.path],
                })}
              </div>
            )}
          </li>
        ))}
      </ul>
      {diffs.length > LISTED && <p className="version-note">And {diffs.length - LISTED} more.</p>}
    </>
  );
}

function Counts({ diff }: { readonly diff: FileDiff }) {
  const { change, addedLines, removedLines } = diff;
  if (change !== "changed") return <small>{change === "added" ? "new" : "gone"}</small>;
  if (addedLines + removedLines === 0) return <small>replaced</small>;
  return (
    <small aria-label={`${addedLines} lines added, ${removedLines} removed`}>
      <ins>+{addedLines}</ins> <del>−{removedLines}</del>
    </small>
  );
}
