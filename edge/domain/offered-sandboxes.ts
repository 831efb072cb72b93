import type { Configuration } from "../configuration.ts";

/** Where portfolios can run beside the instant sandbox, as the app is told. */
export interface OfferedSandboxes {
  readonly webcontainer: "off" | "stackblitz" | "local-runner";
  readonly frameOrigin: string | null;
  readonly apiKey: string | null;
  /** Who runs hosted ones: a provider, or the local runner on the same machine. */
  readonly hosted: "off" | "provider" | "local-runner";
}

type Settings = Pick<
  Configuration,
  | "WEBCONTAINER"
  | "WEBCONTAINER_API_KEY"
  | "WEBCONTAINER_FRAME_ORIGIN"
  | "DAYTONA_API_KEY"
  | "SANDBOX_LOCAL"
>;

/** Reads the operator's switches. The local runner goes before StackBlitz's servers where it is there. */
export function offeredSandboxes(settings: Settings): OfferedSandboxes {
  const { WEBCONTAINER, WEBCONTAINER_API_KEY, WEBCONTAINER_FRAME_ORIGIN } = settings;
  const from = WEBCONTAINER_FRAME_ORIGIN ? "local-runner" : "stackblitz";
  const webcontainer = WEBCONTAINER === "off" ? "off" : from;
  return {
    webcontainer,
    frameOrigin: webcontainer === "local-runner" ? WEBCONTAINER_FRAME_ORIGIN! : null,
    apiKey: webcontainer === "stackblitz" ? (WEBCONTAINER_API_KEY ?? null) : null,
    hosted: hostedBy(settings),
  };
}

const hostedBy = ({ DAYTONA_API_KEY, SANDBOX_LOCAL }: Settings): OfferedSandboxes["hosted"] => {
  if (!DAYTONA_API_KEY) return "off";
  return SANDBOX_LOCAL === "1" ? "local-runner" : "provider";
};

/** WebContainer's own frame and its previews, as its documentation names them. */
const STACKBLITZ = [
  "https://stackblitz.com",
  "https://*.staticblitz.com",
  "https://*.webcontainer-api.io",
];

/** Origins whose documents the app embeds for Node in the browser: sources for its policy's `frame-src`. */
export function nodeFrameSources(settings: Settings): readonly string[] {
  const { webcontainer, frameOrigin } = offeredSandboxes(settings);
  if (webcontainer === "stackblitz") return STACKBLITZ;
  if (frameOrigin === null) return [];
  // Previews are names beside the frame's: `wc-….localhost` beside `headless.localhost`.
  return [frameOrigin.replace("//headless.", "//*.")];
}
