import { askForComponent } from "../../shared/agent/components/ask-for-component.ts";
import { placeComponent, placeOf } from "../../shared/agent/components/place-component.ts";
import { OWN_COMPONENTS } from "../../shared/agent/components/own-components.ts";
import { tellOfComponent } from "../../shared/agent/components/tell-of-component.ts";
import { judgeComponent } from "../../shared/agent/walls/judge-component.ts";
import { ok, type Failure, type Result } from "../../shared/failure.ts";
import { COMPONENT_LIMITS } from "../../shared/limits.ts";
import {
  OWN_COMPONENT_IDS,
  type ModelPort,
  type OwnComponentId,
} from "../../shared/ports/model.ts";
import type { ProjectFiles } from "../../shared/project.ts";
import type { Resume } from "../../shared/resume.ts";
import type { ChatEnv } from "../compose-chat.ts";
import { gatewayModel } from "../agent/gateway-model.ts";
import { cachedComponent } from "../model/component-cache.ts";
import { checkBuild } from "../portfolio/check-build.ts";
import { withGateway } from "../with-gateway.ts";
import type { JobContext, JobEnv, Step } from "./job-work.ts";

/** A component that is in its place. */
export interface WrittenComponent {
  readonly id: OwnComponentId;
  readonly path: string;
  readonly source: string;
  /** Its name in the cache. */
  readonly cacheName: string;
}

export interface WithComponents {
  readonly files: ProjectFiles;
  readonly written: readonly WrittenComponent[];
}

/** What it needs of a job, or of a hosted sandbox that is made. */
export interface ComponentContext extends Pick<
  JobContext,
  "jobId" | "personId" | "tier" | "requestId" | "signal" | "stepOnce" | "warn" | "quota" | "log"
> {
  readonly count: JobContext["count"];
  readonly observe: JobContext["observe"];
  readonly env: ChatEnv & Pick<JobEnv, "READINGS">;
}

interface Order {
  readonly files: ProjectFiles;
  readonly resume: Resume;
  readonly ids: readonly OwnComponentId[];
}

/** What came of asking for one: its source and the name of its place in the cache, or why there is none. */
type Answered =
  Omit<WrittenComponent, "path"> | { readonly id: OwnComponentId; readonly why: string };

/**
 * Components that a model writes from the résumé (R2.5), each in the place of the template's own. One that
 * can't be had, that the wall refuses or with which the project isn't built is left out, with a warning:
 * the template's own stays there, and the others aren't touched by it. Fails only when the try is stopped.
 */
export async function writeComponents(
  context: ComponentContext,
  step: Step,
  order: Order,
): Promise<Result<WithComponents>> {
  // What was paid for isn't asked for again by a later try.
  const answered = await context.stepOnce(step, async () => ok(await askForAll(context, order)));
  if (!answered.ok) return answered;
  let { files } = order;
  const written: WrittenComponent[] = [];
  for (const one of answered.value) {
    const placed = "why" in one ? one.why : placedIn(files, one);
    if (typeof placed === "string") {
      await context.warn(step.name, staysBecause(one.id, placed));
      continue;
    }
    files = placed.files;
    written.push(placed.component);
    const { cacheName, id, source } = placed.component;
    await cacheOf(context).keep(cacheName, id, source);
  }
  return ok({ files, written });
}

/** Why there is the template's own, in one sentence. */
export const staysBecause = (id: OwnComponentId, why: string): string =>
  `The template’s own part “${OWN_COMPONENTS.find((one) => one.id === id)!.name}” stays: ${why}.`;

/** All at once, within one time. */
async function askForAll(context: ComponentContext, order: Order): Promise<readonly Answered[]> {
  const { env, personId, tier, jobId } = context;
  const late = AbortSignal.timeout(COMPONENT_LIMITS.withinMs);
  const signal = AbortSignal.any([context.signal, late]);
  return withGateway(env, { personId, tier }, context, (gateway) => {
    const model = gatewayModel(gateway, { personId, tier }, jobId);
    const ids = OWN_COMPONENT_IDS.filter((id) => order.ids.includes(id));
    return Promise.all(ids.map((id) => askForOne(context, { model, signal, order, id })));
  });
}

async function askForOne(
  context: ComponentContext,
  asking: {
    readonly model: ModelPort;
    readonly signal: AbortSignal;
    readonly order: Order;
    readonly id: OwnComponentId;
  },
): Promise<Answered> {
  const { model, signal, order, id } = asking;
  const { files, resume } = order;
  const telling = tellOfComponent({ files, resume, id });
  if ("why" in telling) return { id, why: telling.why };
  const { question, told } = telling;
  const cache = cacheOf(context);
  const cacheName = await cache.nameOf(told);
  const known = await cache.read(cacheName);
  const isGood = known !== null && judgeComponent(id, known).kind === "yes";
  context.count("cache_total", { cache: "component", outcome: isGood ? "hit" : "miss" });
  if (isGood) return { id, source: known, cacheName };
  const asked = await askForComponent(model, id, question, signal);
  return asked.ok ? { id, source: asked.value, cacheName } : { id, why: whyNot(asked.failure) };
}

/** The project with it, or why it can't be there. */
function placedIn(
  files: ProjectFiles,
  answered: Omit<WrittenComponent, "path">,
): { readonly files: ProjectFiles; readonly component: WrittenComponent } | string {
  const { id, source } = answered;
  const verdict = judgeComponent(id, source);
  if (verdict.kind === "no") return `what the model wrote can’t be used, because ${verdict.why}`;
  const place = placeOf(files, id);
  if (!place) return "another component has taken its place";
  const placed = placeComponent(files, place, source);
  const checked = checkBuild(placed);
  if (!checked.ok) return clauseOf(checked.failure);
  return { files: placed, component: { ...answered, path: place.path } };
}

const cacheOf = ({ env, personId }: ComponentContext) =>
  cachedComponent(env.READINGS.getByName(personId));

const whyNot = (failure: Failure): string =>
  failure.kind === "cancelled" ? "the model took too long" : clauseOf(failure);

/** A failure's sentence as a part of another. */
const clauseOf = ({ message }: Failure): string =>
  message[0]!.toLowerCase() + message.slice(1).replace(/\.$/, "");
