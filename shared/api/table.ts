/** Every endpoint of the API. What isn't here isn't served; what is here has a rule for who may call it. */
import type { Endpoint } from "./endpoint.ts";
import { ai } from "./ai.ts";
import { analytics } from "./analytics.ts";
import { billing } from "./billing.ts";
import { conversation } from "./conversation.ts";
import { cv } from "./cv.ts";
import { domains } from "./domains.ts";
import { draftLinks } from "./draft-links.ts";
import { elsewhere } from "./elsewhere.ts";
import { funnel } from "./funnel.ts";
import { generate } from "./generate.ts";
import { jobs } from "./jobs.ts";
import { keys } from "./keys.ts";
import { letters } from "./letters.ts";
import { maintenance } from "./maintenance.ts";
import { operator } from "./operator.ts";
import { oversight } from "./oversight.ts";
import { portfolios } from "./portfolios.ts";
import { privacy } from "./privacy.ts";
import { projects } from "./projects.ts";
import { publications } from "./publications.ts";
import { reports } from "./reports.ts";
import { sandboxes } from "./sandboxes.ts";
import { system } from "./system.ts";
import { usage } from "./usage.ts";

export const api = {
  privacy,
  maintenance,
  portfolios,
  projects,
  conversation,
  system,
  jobs,
  keys,
  ai,
  cv,
  generate,
  sandboxes,
  letters,
  analytics,
  domains,
  publications,
  draftLinks,
  elsewhere,
  billing,
  usage,
  funnel,
  operator,
  oversight,
  reports,
} as const;

export const ENDPOINTS: readonly Endpoint[] = Object.values(api).flatMap(
  (group) => Object.values(group) as readonly Endpoint[],
);
