import type { OwnDomain } from "../../shared/api/domains.ts";
import type { DraftLink } from "../../shared/api/draft-links.ts";
import type { Publication } from "../../shared/api/publications.ts";
import type { Hideable } from "../../shared/site/hidden-fields.ts";
import type { ProgressStep } from "../ui/ProgressSteps.tsx";
import { PUBLISH_STEPS, type PublishStep } from "./publish-acts.ts";

export const HIDEABLE_WORDS: Readonly<Record<Hideable, string>> = {
  phone: "Phone number",
  email: "E-mail address",
  street: "Street",
  photo: "Photo",
};

const STEP_WORDS: Readonly<Record<PublishStep, string>> = {
  account: "Kept in your account",
  build: "Built",
  check: "Checked",
  upload: "Uploaded",
  live: "Live",
};

/** Milliseconds that each finished step took. */
export type StepTimes = Readonly<Partial<Record<PublishStep, number>>>;

/** The steps as they stand; the present one is finished once it has a time. */
export function shownSteps(
  present: PublishStep,
  times: StepTimes,
  hasFailed: boolean,
): readonly ProgressStep[] {
  const at = PUBLISH_STEPS.indexOf(present);
  return PUBLISH_STEPS.map((step, index) => {
    const ms = times[step];
    const name = STEP_WORDS[step];
    if (index > at) return { name, state: "waiting" };
    if (index === at && hasFailed) return { name, state: "failed" };
    if (index === at && ms === undefined) return { name, state: "now" };
    return { name, state: "done", ...(ms !== undefined && { ms }) };
  });
}

/** While a draft is on its way to its link. */
export const DRAFT_STEP_WORDS: Readonly<Record<PublishStep, string>> = {
  account: "Making the link …",
  build: "Building …",
  check: "Looking through it …",
  upload: "Uploading what changed …",
  live: "Nearly there …",
};

const DAY = new Intl.DateTimeFormat(undefined, { dateStyle: "medium" });
const MOMENT = new Intl.DateTimeFormat(undefined, { dateStyle: "medium", timeStyle: "short" });

/** A moment as people write it; epoch milliseconds. */
export const momentWords = (at: number): string => MOMENT.format(at);

/** What visitors find at the address. */
export function stateWords({ state, expiresAt, hasPassword }: Publication): string {
  if (state === "taken-down") {
    return "The operator of this service took it down. Write to them if that is wrong.";
  }
  if (state === "unpublished") return "Taken down. Visitors are told so.";
  if (state === "expired") return "Its time is over. Publish it again to bring it back.";
  if (state === "draft") return "Not published yet.";
  const lock = hasPassword ? ", with a password" : "";
  const until = expiresAt === null ? "" : `, until ${DAY.format(expiresAt)}`;
  return `Live${lock}${until}.`;
}

/** What who has the link finds there. */
export function draftWords({ state, expiresAt }: DraftLink): string {
  if (state === "taken-down") return "The operator of this service took the draft down.";
  if (state === "expired") return "The link’s time is over. Update the draft, and it works again.";
  if (state === "empty") return "The draft isn’t there yet: it wasn’t sent to its end.";
  return `Works until ${MOMENT.format(expiresAt)}.`;
}

/** How a domain of one’s own stands. */
export function domainWords({ state, domain, endsAt }: OwnDomain): string {
  if (state === "live")
    return `Your site is shown at ${domain}. Publish again, and it names itself so.`;
  if (state === "certificate")
    return "The domain is yours. Its certificate is being made; check again in a few minutes.";
  if (state === "waiting") return "Waiting for your DNS.";
  const until = endsAt === null ? "" : ` It is shown there until ${DAY.format(endsAt)}.`;
  return `The domain doesn’t lead here any more.${until}`;
}

/** `604_800_000` → “7 days”. */
export const lastsWords = (ms: number): string => `${Math.round(ms / 86_400_000)} days`;

/** `https://ada.example/` as people read it: `ada.example`. */
export const shortAddress = (url: string): string =>
  url.replace(/^https?:\/\//, "").replace(/\/$/, "");
