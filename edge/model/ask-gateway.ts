import type { ChatRequest } from "../../shared/api/ai.ts";
import type { Meter } from "../../shared/api/usage.ts";
import { fail, ok, type Failure, type Result } from "../../shared/failure.ts";
import { AI_LIMITS } from "../../shared/limits.ts";
import { chatCostOf, uncachedCostOf, unkept } from "../../shared/model-prices.ts";
import type { Caller } from "../caller.ts";
import type { Dependencies } from "../dependencies.ts";
import { mostTokensOf } from "../domain/chat-call.ts";
import { wholeFileTokens } from "../domain/whole-files.ts";
import type { HeldCall, PersonQuotaCalls } from "../objects/job-messages.ts";
import { allTokens, NO_MODEL, type ChatGateway, type ChatUsage } from "./chat.ts";
import { withContext } from "./given-context.ts";
import { PROVIDER, type OwnKey } from "./own-key.ts";
import { mostAnswerTokens, systemPromptFor } from "./system-prompt.ts";
import { tapStream, type StreamEnd } from "./tap-stream.ts";
import { toolsNamed } from "./tools.ts";

/** What the gateway works with: for a request of a browser's, or for a message that a job answers. */
export interface GatewayParts extends Pick<Dependencies, "log" | "now" | "newId"> {
  readonly chat: ChatGateway;
  readonly quota: Pick<PersonQuotaCalls, "reserveCall" | "settle" | "release">;
  readonly ownKey: () => Promise<Result<OwnKey | null>>;
  readonly metrics: Pick<Dependencies["metrics"], "count" | "observe" | "send">;
}

export interface GatewayCall {
  readonly request: ChatRequest;
  readonly caller: Pick<Caller, "personId" | "tier" | "keyId">;
  /** Whoever asked has left. */
  readonly signal: AbortSignal;
  /** The month's tokens don't reach: how its meter stands, and the milliseconds until it begins again. */
  readonly onUsedUp?: (meter: Meter, ms: number) => void;
}

interface Admitted {
  readonly id: string;
  readonly own: OwnKey | null;
  readonly meterId: HeldCall["meterId"];
  readonly startedAt: number;
  /** What was held for the conversation itself. */
  readonly heldInput: number;
}

/** Holds the most that a call may take, unless the person's own key pays. */
async function admit(parts: GatewayParts, call: GatewayCall): Promise<Result<Admitted>> {
  const { quota, chat, ownKey, newId, now } = parts;
  const { request, caller, onUsedUp } = call;
  const { messageId, purpose } = request;
  const id = newId();
  const { all, input: heldInput } = mostTokensIn(request);
  const { tier } = caller;
  const asked = { id, amount: all, tier, messageId, isRepair: purpose === "repair" };
  // Neither needs the other; a hold that an own key makes needless is let go.
  const [own, hold] = await Promise.all([ownKey(), quota.reserveCall(asked)]);
  const startedAt = now();
  if (!own.ok || own.value || !chat.hasServiceKey) {
    if (hold.allowed) chat.stay(quota.release(hold.meterId, id));
    if (!own.ok) return own;
    if (!own.value) return fail(NO_MODEL);
  } else if (!hold.allowed) {
    const { resetsAt } = hold.meter;
    const ms = Math.max(0, (resetsAt ?? 0) - startedAt);
    onUsedUp?.(hold.meter, ms);
    return fail(usedUp(resetsAt, ms));
  }
  return ok({ id, own: own.value, meterId: hold.meterId, startedAt, heldInput });
}

/**
 * Asks the model within the person's quota, and gives its event stream as it comes; what it took is
 * counted when it has ended. Fails as `ChatGateway.open` does, and with `quota-exceeded`.
 */
export async function askGateway(
  parts: GatewayParts,
  call: GatewayCall,
): Promise<Result<ReadableStream<Uint8Array>>> {
  const admitted = await admit(parts, call);
  if (!admitted.ok) return admitted;
  const { id, own, meterId } = admitted.value;
  const { chat, metrics, log, quota } = parts;
  const { request, signal } = call;
  const opening = chat.open({ request, ownKey: own?.key ?? null, signal });
  // Who leaves meanwhile must not take the gateway's own counts along.
  chat.stay(opening);
  const opened = await opening;
  const outcome = opened.ok ? "ok" : opened.failure.kind;
  metrics.count("outbound_total", { to: PROVIDER, outcome });
  if (!opened.ok) {
    if (!own) await quota.release(meterId, id);
    log({ event: "model-failed", detail: opened.failure.detail });
    return opened;
  }
  const { model, body } = opened.value;
  const { promise, resolve } = Promise.withResolvers<StreamEnd>();
  chat.stay(promise.then((end) => settle(parts, call, { ...admitted.value, model, end })));
  const { silenceMs } = AI_LIMITS;
  return ok(tapStream(body, { silenceMs, listener: signal, onEnd: resolve }));
}

/** Tokens that a call may take at most. */
function mostTokensIn(request: ChatRequest): { readonly input: number; readonly all: number } {
  const { tools = [] } = request;
  const defined = toolsNamed(tools.map(({ name }) => name));
  const input = mostTokensOf(
    systemPromptFor(request) + JSON.stringify(defined) + JSON.stringify(withContext(request)),
  );
  return { input, all: input + mostAnswerTokens(request) };
}

interface Ended extends Admitted {
  readonly model: string;
  readonly end: StreamEnd;
}

/** Counts what an answer took: to its person, in the metrics, in the database. */
async function settle(
  { metrics, now, chat, quota }: GatewayParts,
  { caller, request }: GatewayCall,
  ended: Ended,
): Promise<void> {
  const { id, model, end, own, startedAt, meterId } = ended;
  // Who leaves before the provider has counted has had it read the conversation.
  const usage: ChatUsage | null =
    end.usage ??
    (end.outcome === "left"
      ? { input: ended.heldInput, cacheWrite: 0, cacheRead: 0, output: 0 }
      : null);
  if (!own) {
    if (usage) await quota.settle(meterId, { id, amount: allTokens(usage) });
    else await quota.release(meterId, id);
  }
  metrics.observe("ai_seconds", { model }, (now() - startedAt) / 1_000);
  if (!usage) return;
  await quota.settle("ai-calls", { id, amount: 1 });
  const directions = {
    in: usage.input,
    out: usage.output,
    "cache-write": usage.cacheWrite,
    "cache-read": usage.cacheRead,
  };
  for (const [direction, tokens] of Object.entries(directions)) {
    if (tokens > 0) metrics.count("ai_tokens_total", { model, direction }, tokens);
  }
  const cost = chatCostOf(model, usage);
  if (cost !== null && !own) metrics.count("ai_cost_dollars_total", { model }, cost);
  await chat.note({
    id,
    personId: caller.personId,
    component: request.component,
    model,
    // What is new in this call; the rest was noted before it.
    prompt: request.messages.at(-1),
    answer: end.text,
    usage,
    cost,
    uncachedCost: uncachedCostOf(model, usage),
    wholeFilesCost: wholeFilesCostOf(request, ended, usage),
    messageId: request.messageId ?? null,
    isRepair: own ? request.purpose === "repair" : meterId === "ai-repair-tokens",
    vaultKeyId: own?.id ?? null,
    apiKeyId: caller.keyId ?? null,
  });
  await metrics.send();
}

/** What the call had cost with whole files instead of blocks, and without the provider's cache. */
function wholeFilesCostOf(request: ChatRequest, { model, end }: Ended, usage: ChatUsage) {
  const more = wholeFileTokens(request.messages, end.calls);
  const { input: read, output, ...none } = unkept(usage);
  return chatCostOf(model, { ...none, input: read + more.input, output: output + more.output });
}

const usedUp = (resetsAt: number | null, retryAfterMs: number): Failure => ({
  kind: "quota-exceeded",
  message: "This month’s model tokens don’t reach for this.",
  nextStep: `They return on ${new Date(resetsAt ?? 0).toISOString().slice(0, 10)}; a key of your own, plain requests and changes by hand work until then.`,
  retryable: false,
  retryAfterMs,
});
