/**
 * What the studio needs from the rest of the app. `web/app` composes it; the screen itself knows no
 * storage, no engine and no route.
 */
import type { ComponentType } from "react";
import type { Failure, Result } from "../../../../shared/failure.ts";
import type { Sandbox } from "../../../../shared/ports/sandbox.ts";
import type { SandboxKind, Situation } from "../../../../shared/sandbox/situation.ts";
import type { Chat } from "../../flows/open-chat.ts";
import type { AskBetterText } from "../../../portfolio/panels/content/resume-editing.tsx";
import type { OpenProject } from "../../../project/open-project.ts";
import type { ElsewhereActs } from "../../../publish/elsewhere-acts.ts";
import type { PublishActs } from "../../../publish/publish-acts.ts";
import type { OwnComponents } from "../../flows/own-components.ts";
import type { HostedActs } from "../../flows/hosted-acts.ts";
import type { PortfolioRunState } from "../../../sandbox/run-state.ts";
import type { DialogId } from "./studio-view.ts";

/** The open portfolio, as far as the studio uses it. */
export type StudioProject = Pick<
  OpenProject,
  | "id"
  | "getState"
  | "subscribe"
  | "onChanges"
  | "apply"
  | "undo"
  | "redo"
  | "rename"
  | "flush"
  | "saveVersion"
  | "listVersions"
  | "readVersion"
  | "restore"
  | "branch"
>;

export type StudioSandbox =
  /** `step` names what is waited for, in words for everybody. */
  | { readonly status: "opening"; readonly step: string | null }
  /** `run` says why it is this one, what starts behind it, and takes the person's wish. */
  | { readonly status: "open"; readonly sandbox: Sandbox; readonly run: StudioRun }
  | { readonly status: "failed"; readonly failure: Failure; readonly retry: () => void };

/** Where the portfolio runs and might run: web/sandbox/run-portfolio.ts gives it. */
export interface StudioRun extends Pick<
  PortfolioRunState,
  | "coming"
  | "isReady"
  | "choice"
  | "options"
  | "wish"
  | "steps"
  | "log"
  | "fallback"
  | "fallbackFrom"
  | "comesBack"
> {
  /** Where Node in the browser comes from here. */
  readonly nodeFrom: Situation["offer"]["webcontainer"];
  /** Who runs hosted sandboxes here. */
  readonly hostedFrom: "off" | "provider" | "local-runner";
  /** One sentence where many use hosted sandboxes just now. */
  readonly demand: string | null;
  /** What can be done with the portfolio's hosted sandbox; `null` where there are none. */
  readonly hosted: HostedActs | null;
  choose(kind: SandboxKind | null): void;
}

export interface PortfolioActs {
  /** Copies the open portfolio; gives the copy's id. */
  duplicate(): Promise<Result<string>>;
  /** Goes to another portfolio's studio. */
  open(id: string): void;
  /** Goes to the list of all portfolios. */
  showAll(): void;
  /** Keeps what is pending, then loads the account, or signing in, which come back here. */
  openAccount(): Promise<void>;
  /** Keeps what is pending, then loads the person’s published sites. */
  openSites(): Promise<void>;
}

/** Each act ends with a download, or says why not. */
export interface ExportActs {
  project(): Promise<Result<void>>;
  site(): Promise<Result<void>>;
  resume(): Promise<Result<void>>;
  /** Ends with the browser's print dialogue, whose target is a PDF. */
  cvPdf(): Promise<Result<void>>;
  cvMarkdown(): Promise<Result<void>>;
}

export interface StudioReview {
  /** How many values still want a look. */
  readonly uncertain: number;
  open(): void;
  /** Opens “How was this read?”; `null` where the CV came as data and wasn't read. */
  readonly explain: (() => void) | null;
}

/** The frame that shows the running site; web/sandbox/PreviewFrame.tsx satisfies this. */
export type PreviewFrameComponent = ComponentType<{
  readonly sandbox: Sandbox;
  readonly className?: string;
  readonly inert?: boolean;
}>;

export interface StudioProps {
  /** What the publish sheet does; loaded when it is opened. */
  readonly publish: () => Promise<PublishActs>;
  /** The same of the sheet for other hosts. */
  readonly elsewhere: () => Promise<ElsewhereActs>;
  /** What is open from the beginning. */
  readonly firstDialog: DialogId | null;
  readonly project: StudioProject;
  /** Why nothing outlives this tab, when the browser keeps nothing for us. */
  readonly unkept: Failure | null;
  readonly sandbox: StudioSandbox;
  readonly PreviewFrame: PreviewFrameComponent;
  readonly portfolios: PortfolioActs;
  readonly exports: ExportActs;
  /** What is said about the portfolio; goes on while another panel is shown. */
  readonly chat: Chat;
  /** Parts of the page that a model writes anew. */
  readonly own: OwnComponents;
  /** Has a model propose other words for a text of the résumé. */
  readonly askBetterText: AskBetterText;
  /** Absent when the portfolio wasn't read from a document. */
  readonly review: StudioReview | null;
  /** Something lies over the whole window: the studio opens nothing over it. */
  readonly isCovered: boolean;
  /** Opens the content form at this field (JSON Pointer into the résumé); a new object asks again. */
  readonly focus?: { readonly pointer: string } | null;
}
