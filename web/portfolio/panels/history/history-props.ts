import type { ReactNode } from "react";
import type { Result } from "../../../../shared/failure.ts";
import type { FileContent, ProjectFiles, ProjectPath } from "../../../../shared/project.ts";

/** What the history says of a version. `at` is epoch milliseconds. */
export interface Version {
  readonly id: string;
  readonly label: string;
  readonly kind: "created" | "auto" | "manual" | "restore" | "template" | "conflict";
  readonly at: number;
}

export interface HistoryPanelProps {
  readonly files: ProjectFiles;
  /** A new function asks again: a version was saved or restored. */
  readonly listVersions: () => Promise<readonly Version[]>;
  readonly readVersion: (id: string) => Promise<Result<ProjectFiles>>;
  readonly onRestore: (version: Version) => void;
  readonly onBranch: (version: Version) => void;
  readonly onSave: () => void;
  readonly renderDiff: (file: {
    readonly path: ProjectPath;
    readonly before: FileContent | undefined;
    readonly after: FileContent | undefined;
  }) => ReactNode;
}
