import type { HostedSandboxView } from "../../../../shared/hosted-sandbox.ts";
import type { SandboxKind } from "../../../../shared/sandbox/situation.ts";
import type { StudioRun } from "./studio-props.ts";

/** Who runs what isn't the instant sandbox here. */
export type RunFrom = Pick<StudioRun, "nodeFrom" | "hostedFrom">;

const isHere = (kind: SandboxKind, { nodeFrom, hostedFrom }: RunFrom): boolean =>
  (kind === "webcontainer" && nodeFrom === "local-runner") ||
  (kind === "hosted" && hostedFrom === "local-runner");

const SHORT_NAMES: Readonly<Record<SandboxKind, string>> = {
  instant: "Instant",
  webcontainer: "Node",
  hosted: "Hosted preview",
};
const PLACES: Readonly<Record<SandboxKind, string>> = {
  instant: "in this browser",
  webcontainer: "in this browser",
  hosted: "on our servers",
};

/** A way to run, in one or two words. */
export const shortName = (kind: SandboxKind): string => SHORT_NAMES[kind];

/** The same, and where. */
export const kindName = (kind: SandboxKind, from: RunFrom): string =>
  `${SHORT_NAMES[kind]} · ${isHere(kind, from) ? "on this machine" : PLACES[kind]}`;

const DETAILS: Readonly<Record<SandboxKind, readonly [what: string, whose: string]>> = {
  instant: ["Fastest. Works offline. A fixed set of packages, no terminal.", ""],
  webcontainer: ["Your own npm packages and a terminal.", "Loaded from StackBlitz’s servers."],
  hosted: [
    "Your own npm packages, a terminal, and a link for others.",
    "Your files go to a server of ours.",
  ],
};
const NOT_ISOLATED = "Runs on this machine, not isolated.";

export const kindDetail = (kind: SandboxKind, from: RunFrom): string => {
  const [what, whose] = DETAILS[kind];
  return `${what} ${isHere(kind, from) ? NOT_ISOLATED : whose}`.trim();
};

/** What was lost is asked for again without the person. */
export const COMES_BACK = "Your files are safe. It comes back by itself as soon as it answers.";

/** What the person must know while this runs; `null`: nothing. */
export const runNotice = (kind: SandboxKind, from: RunFrom): string | null =>
  isHere(kind, from) ? NOT_ISOLATED : null;

/** Who is asked for the runtime, before it is. */
export const loadNotice = ({ nodeFrom }: RunFrom): string =>
  nodeFrom === "local-runner"
    ? "It runs on this machine, not isolated."
    : "It is loaded from StackBlitz’s servers.";

const STATES: Readonly<Record<HostedSandboxView["status"], string>> = {
  queued: "It waits for a place.",
  creating: "It is being made.",
  building: "It is being built.",
  running: "It runs.",
  idle: "It runs; nobody uses it just now.",
  stopping: "It is being stopped.",
  stopped: "It is stopped. Its files are kept; a visit brings it back.",
  warning: "It goes soon, since nobody uses it. A visit keeps it.",
  archived: "It is put away. Its files are kept; a visit brings it back.",
  deleted: "It is deleted.",
  failed: "It failed.",
};

/** In what state a hosted sandbox is, and until when it is kept unused. `date` writes a time (epoch milliseconds). */
export function hostedState(
  {
    status,
    expires_at,
    failure,
  }: Pick<HostedSandboxView, "status" | "expires_at"> & {
    readonly failure: { readonly message: string } | null;
  },
  date: (at: number) => string,
): string {
  if (status === "failed") return failure?.message ?? STATES.failed;
  const isKept = ["running", "idle", "stopped"].includes(status);
  return isKept
    ? `${STATES[status]} Unused, it is kept until ${date(expires_at)}.`
    : STATES[status];
}
