import { fail, type Failure, type Result } from "../../shared/failure.ts";
import type { JobKind, JobPriority, JobView } from "../../shared/job.ts";
import type { MeterId } from "../../shared/api/usage.ts";
import type { Caller } from "../caller.ts";
import { quotaNameOf } from "../compose-jobs.ts";
import { PERSON_GONE } from "../keys/data-key.ts";
import { addressOf } from "../address.ts";
import type { Call } from "../route.ts";

export const KEY = /^[\w-]{8,64}$/;

/** What a route orders. */
export interface Order {
  readonly kind: JobKind;
  readonly input: unknown;
  readonly file?: Uint8Array;
  /** Jobs of the same lane run one after another (`idOf`). */
  readonly lane?: string;
  /** Counted once the job is taken; where it isn’t said, by the work itself. */
  readonly meter?: MeterId;
}

type Ordering = Pick<Call<{ access: "person" }>, "dependencies" | "requestId" | "context"> & {
  readonly caller: Caller;
};

/**
 * Has a job made for the caller. With an `idempotency-key` the same key names the same job, so that a
 * request sent again after a lost answer makes no second one. Fails as `Job.create` does.
 */
export async function orderJob(
  { dependencies, caller, requestId, context }: Ordering,
  { meter, ...order }: Order,
): Promise<Result<JobView>> {
  const key = context.req.header("idempotency-key");
  if (key !== undefined && !KEY.test(key)) return fail(BAD_KEY);
  const jobId = key ? await idOf(`${caller.personId} ${order.kind} ${key}`) : dependencies.newId();
  const payer = { ...caller, address: addressOf(context.req.raw) };
  const { isFirst } = await dependencies.jobsOf(caller).rememberJob(jobId, order.kind);
  const made = await dependencies.job(jobId).create({
    ...order,
    jobId,
    personId: caller.personId,
    tier: caller.tier,
    priority: priorityOf(caller, isFirst),
    quotaName: quotaNameOf(payer),
    requestId,
  });
  // Deleted meanwhile: nothing knows of this job but us.
  if (!(await dependencies.isThere(caller))) {
    await dependencies.job(jobId).erase();
    await dependencies.jobsOf(caller).forget();
    return fail(PERSON_GONE);
  }
  if (made.ok && meter) await dependencies.quotaOf(payer).settle(meter, { id: jobId, amount: 1 });
  return made;
}

function priorityOf({ tier }: Caller, isFirst: boolean): JobPriority {
  if (tier === "premium") return "premium";
  return isFirst ? "new" : "returning";
}

/** Orders a job and answers with its events; a refusal is answered as any other. */
export async function orderStream(call: Ordering, order: Order): Promise<Result<never> | Response> {
  const made = await orderJob(call, order);
  return made.ok ? eventStream(call, made.value.id, 0) : made;
}

/** A job's events after a number, as they come. */
export async function eventStream(
  { dependencies }: Pick<Ordering, "dependencies">,
  jobId: string,
  after: number,
): Promise<Response> {
  const answer = await dependencies
    .job(jobId)
    .fetch(new Request(`https://job.local/?after=${after}`));
  return new Response(answer.body, answer);
}

/** The same words give the same id, which tells nothing of them (RFC 9562, version 8). */
export async function idOf(text: string): Promise<string> {
  const hash = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text));
  const bytes = new Uint8Array(hash).slice(0, 16);
  bytes[6] = (bytes[6]! & 0x0f) | 0x80;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}

export const BAD_KEY: Failure = {
  kind: "invalid",
  message: "The idempotency key can’t be used.",
  nextStep: "Send 8 to 64 letters, digits, dashes or underscores.",
  retryable: false,
};
