import type { Standing } from "../../shared/api/elsewhere.ts";
import { WHAT_GOES, type OtherHostId } from "../../shared/site/elsewhere.ts";
import type { ProgressStep } from "../ui/ProgressSteps.tsx";
import type { ElsewhereStep } from "./elsewhere-acts.ts";

/** Where each host makes tokens, and which one it takes. */
export const TOKEN_WORDS: Readonly<
  Record<OtherHostId, { readonly url: string; readonly what: string }>
> = {
  github: {
    url: "https://github.com/settings/personal-access-tokens/new",
    what: "A fine-grained token with Contents, Workflows, Pages and Administration: read and write.",
  },
  netlify: {
    url: "https://app.netlify.com/user/applications",
    what: "A personal access token.",
  },
  vercel: { url: "https://vercel.com/account/tokens", what: "A token for your own account." },
};

/** What happens at each host, said before it does. */
export const HOST_WORDS: Readonly<Record<OtherHostId, string>> = {
  github:
    "Your project goes into a repository as one commit, with a workflow that builds it and shows it by GitHub Pages.",
  netlify: "Your finished website goes to a site of yours at Netlify; only changed files go up.",
  vercel: "Your finished website goes to a project of yours at Vercel; only changed files go up.",
};

const STEP_WORDS: Readonly<Record<ElsewhereStep, string>> = {
  account: "Kept in your account",
  place: "Place found or made",
  build: "Built",
  check: "Checked",
  upload: "Uploaded",
  done: "Sent",
};

const stepsOf = (host: OtherHostId): readonly ElsewhereStep[] =>
  WHAT_GOES[host] === "project"
    ? ["account", "place", "check", "upload", "done"]
    : ["account", "place", "build", "check", "upload", "done"];

/** The steps of a send as they stand; `ended` says how the last of them did. */
export function elsewhereSteps(
  host: OtherHostId,
  present: ElsewhereStep,
  ended: "not yet" | "well" | "badly",
): readonly ProgressStep[] {
  const steps = stepsOf(host);
  const at = steps.indexOf(present);
  return steps.map((step, index) => {
    const name = STEP_WORDS[step];
    if (index < at || ended === "well") return { name, state: "done" };
    if (index > at) return { name, state: "waiting" };
    return { name, state: ended === "badly" ? "failed" : "now" };
  });
}

/** What a host says of what was sent, as a sentence. */
export const STANDING_WORDS: Readonly<Record<Standing["state"], string>> = {
  building: "It is being built there.",
  live: "It is live.",
  failed: "The build failed there.",
  unknown: "It was sent. Nothing is said of a build yet.",
};
