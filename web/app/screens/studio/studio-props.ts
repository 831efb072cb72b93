/**
 * What the studio needs from the rest of the app. `web/app` composes it; the screen itself knows no
 * storage, no engine and no route.
 */
import type { ComponentType } from "react";
import type { Failure, Result } from "../../../../shared/failure.ts";
import type { Preview, Sandbox } from "../../../../shared/ports/sandbox.ts";
import type { FileChange, ProjectFiles } from "../../../../shared/project.ts";

/** One version of a portfolio, as the history lists it. `at` is epoch milliseconds. */
export interface StudioVersion {
  readonly id: string;
  readonly parentId: string | null;
  readonly label: string;
  readonly kind: "created" | "auto" | "manual" | "restore" | "template" | "conflict";
  readonly at: number;
  readonly fileCount: number;
}

export interface StudioProjectState {
  readonly name: string;
  readonly files: ProjectFiles;
  /** The label of the act that undo would take back; `null` when there is none. */
  readonly canUndo: string | null;
  readonly canRedo: string | null;
  readonly save: {
    readonly status: "saved" | "saving" | "failed";
    readonly at: number | null;
    readonly failure?: Failure;
  };
}

/** The open portfolio: `OpenProject` of web/project satisfies this as it is. */
export interface StudioProject {
  readonly id: string;
  getState(): StudioProjectState;
  subscribe(listener: () => void): () => void;
  apply(
    changes: readonly FileChange[],
    act: { readonly label: string; readonly group?: string },
  ): void;
  undo(): void;
  redo(): void;
  rename(name: string): void;
  saveVersion(label: string): Promise<Result<StudioVersion>>;
  listVersions(): Promise<readonly StudioVersion[]>;
  readVersion(id: string): Promise<Result<ProjectFiles>>;
  restore(versionId: string): Promise<Result<void>>;
  branch(versionId: string, name: string): Promise<Result<string>>;
}

export type StudioSandbox =
  /** `step` names what is waited for, in words for everybody. */
  | { readonly status: "opening"; readonly step: string | null }
  /** `why` is one line: why this sandbox was chosen. */
  | { readonly status: "open"; readonly sandbox: Sandbox; readonly why: string }
  | { readonly status: "failed"; readonly failure: Failure; readonly retry: () => void };

export interface PortfolioActs {
  /** Copies the open portfolio; gives the copy's id. */
  duplicate(): Promise<Result<string>>;
  /** Goes to another portfolio's studio. */
  open(id: string): void;
  /** Goes to the list of all portfolios. */
  showAll(): void;
}

/** Each act ends with a download, or says why not. */
export interface ExportActs {
  project(): Promise<Result<void>>;
  site(): Promise<Result<void>>;
  resume(): Promise<Result<void>>;
}

export interface StudioReview {
  /** How many values still want a look. */
  readonly uncertain: number;
  open(): void;
}

/** The frame that shows the running site; web/sandbox/PreviewFrame.tsx satisfies this. */
export type PreviewFrameComponent = ComponentType<{ readonly preview: Preview }>;

export interface StudioProps {
  readonly project: StudioProject;
  readonly sandbox: StudioSandbox;
  readonly PreviewFrame: PreviewFrameComponent;
  readonly portfolios: PortfolioActs;
  readonly exports: ExportActs;
  /** Absent when the portfolio wasn't read from a document. */
  readonly review: StudioReview | null;
  /** Opens the content form at this field (JSON Pointer into the résumé); a new object asks again. */
  readonly focus?: { readonly pointer: string } | null;
}
