import type { SandboxKind, Situation } from "../../../../shared/sandbox/situation.ts";

type NodeFrom = Situation["offer"]["webcontainer"];

/** Each way to run, in two words and where. */
export const KIND_NAMES: Readonly<Record<SandboxKind, string>> = {
  instant: "Instant · in this browser",
  webcontainer: "Node · in this browser",
  hosted: "Hosted · on our servers",
};

/** The same where Node isn't in the browser at all, but beside it. */
export const kindName = (kind: SandboxKind, nodeFrom: NodeFrom): string =>
  kind === "webcontainer" && nodeFrom === "local-runner"
    ? "Node · on this machine"
    : KIND_NAMES[kind];

const DETAILS: Readonly<Record<SandboxKind, string>> = {
  instant: "Fastest. Works offline. A fixed set of packages, no terminal.",
  webcontainer: "Your own npm packages and a terminal. Loaded from StackBlitz’s servers.",
  hosted: "Your own npm packages and a terminal, on a server of ours.",
};

export const kindDetail = (kind: SandboxKind, nodeFrom: NodeFrom): string =>
  kind === "webcontainer" && nodeFrom === "local-runner"
    ? "Your own npm packages and a terminal. Runs on this machine, not isolated."
    : DETAILS[kind];

/** What the person must know while this runs; `null`: nothing. */
export const runNotice = (kind: SandboxKind, nodeFrom: NodeFrom): string | null =>
  kind === "webcontainer" && nodeFrom === "local-runner"
    ? "Runs on this machine, not isolated."
    : null;

/** Who is asked for the runtime, before it is. */
export const loadNotice = (nodeFrom: NodeFrom): string =>
  nodeFrom === "local-runner"
    ? "It runs on this machine, not isolated."
    : "It is loaded from StackBlitz’s servers.";
