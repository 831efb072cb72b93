import type { ChatRequest } from "../../shared/api/ai.ts";
import { api } from "../../shared/api/table.ts";
import { fail, ok, type Failure, type Result } from "../../shared/failure.ts";
import { AI_LIMITS } from "../../shared/limits.ts";
import { chatCostOf, uncachedCostOf, unkept } from "../../shared/model-prices.ts";
import { addressOf } from "../address.ts";
import type { Caller } from "../caller.ts";
import { noteAct } from "../db/rows/audit-rows.ts";
import { sealedNameOf } from "../db/rows/owned-tables.ts";
import { readVaultKey, removeVaultKeys, writeVaultKey } from "../db/rows/vault-rows.ts";
import type { Dependencies } from "../dependencies.ts";
import { mostTokensOf } from "../domain/chat-call.ts";
import { wholeFileTokens } from "../domain/whole-files.ts";
import { allTokens, NO_MODEL, type ChatUsage } from "../model/chat.ts";
import { withContext } from "../model/given-context.ts";
import { mostAnswerTokens, systemPromptFor } from "../model/system-prompt.ts";
import { tapStream, type StreamEnd } from "../model/tap-stream.ts";
import { toolsNamed } from "../model/tools.ts";
import type { HeldCall } from "../objects/job-messages.ts";
import { route, type Call, type EdgeHono } from "../route.ts";

const PROVIDER = "anthropic";
const NO_KEY = { kept: false, ending: null };

/** The model that people talk to (R4.5), and their own key for it (R4.6). */
export function addAiRoutes(app: EdgeHono): void {
  route(app, api.ai.messages, (call) => answer(call));

  route(app, api.ai.key, async ({ caller, dependencies }) => {
    const kept = await readVaultKey(dependencies.database(), caller.personId, PROVIDER);
    return ok(kept ? { kept: true, ending: kept.ending } : NO_KEY);
  });

  route(app, api.ai.keepKey, async ({ caller, dependencies, input, requestId }) => {
    const { database, keys, newId, afterAnswer } = dependencies;
    const { personId } = caller;
    const person = await keys.person(personId);
    if (!person.ok) return person;
    const id = newId();
    const ending = input.body.key.slice(-4);
    const name = sealedNameOf("vault_keys", "key", id);
    const sealedKey = await person.value.sealJson(input.body.key, name);
    await writeVaultKey(database(), personId, PROVIDER, { id, sealedKey, ending });
    afterAnswer(noteAct(database(), { personId, act: "model-key-kept", requestId }));
    return ok({ kept: true, ending });
  });

  route(app, api.ai.tryKey, async ({ caller, dependencies, context }) => {
    const own = await ownKeyOf(dependencies, caller);
    if (!own.ok) return own;
    if (!own.value) return fail(NO_OWN_KEY);
    const taken = await dependencies.chat.tryKey(own.value.key, context.req.raw.signal);
    return taken.ok ? ok({ works: taken.value }) : taken;
  });

  route(app, api.ai.removeKey, async ({ caller, dependencies, requestId }) => {
    const { database, afterAnswer } = dependencies;
    const { personId } = caller;
    await removeVaultKeys(database(), personId, PROVIDER);
    afterAnswer(noteAct(database(), { personId, act: "model-key-removed", requestId }));
    return ok(NO_KEY);
  });
}

interface OwnKey {
  readonly id: string;
  readonly key: string;
}

/** A person's own key, opened; `null` where there is none. */
async function ownKeyOf(
  { database, keys }: Dependencies,
  { personId, tier }: Caller,
): Promise<Result<OwnKey | null>> {
  if (tier === "anonymous") return ok(null);
  const kept = await readVaultKey(database(), personId, PROVIDER);
  if (!kept) return ok(null);
  const person = await keys.person(personId);
  if (!person.ok) return person;
  const name = sealedNameOf("vault_keys", "key", kept.id);
  const key = (await person.value.unsealJson(kept.sealedKey, name)) as string;
  return ok({ id: kept.id, key });
}

type MessagesCall = Call<typeof api.ai.messages>;

interface Admitted {
  readonly id: string;
  readonly own: OwnKey | null;
  readonly meterId: HeldCall["meterId"];
  readonly startedAt: number;
  /** What was held for the conversation itself. */
  readonly heldInput: number;
}

/** Holds the most that a call may take, unless the person's own key pays. */
async function admit(call: MessagesCall): Promise<Result<Admitted>> {
  const { caller, dependencies, context, input } = call;
  const { messageId, purpose } = input.body;
  const quota = dependencies.quotaOf({ ...caller, address: addressOf(context.req.raw) });
  const id = dependencies.newId();
  const { all, input: heldInput } = mostTokensIn(input.body);
  const { tier } = caller;
  const asked = { id, amount: all, tier, messageId, isRepair: purpose === "repair" };
  // Neither needs the other; a hold that an own key makes needless is let go.
  const [own, hold] = await Promise.all([ownKeyOf(dependencies, caller), quota.reserveCall(asked)]);
  const startedAt = dependencies.now();
  if (!own.ok || own.value || !dependencies.chat.hasServiceKey) {
    if (hold.allowed) dependencies.chat.stay(quota.release(hold.meterId, id));
    if (!own.ok) return own;
    if (!own.value) return fail(NO_MODEL);
  } else if (!hold.allowed) {
    const { limit, left, resetsAt } = hold.meter;
    const ms = Math.max(0, (resetsAt ?? 0) - startedAt);
    context.header("ratelimit-limit", String(limit));
    context.header("ratelimit-remaining", String(left));
    context.header("ratelimit-reset", String(Math.ceil(ms / 1_000)));
    return fail(usedUp(resetsAt, ms));
  }
  return ok({ id, own: own.value, meterId: hold.meterId, startedAt, heldInput });
}

/** Asks, and passes the answer on; what it took is counted when it has ended. */
async function answer(call: MessagesCall): Promise<Result<never> | Response> {
  const admitted = await admit(call);
  if (!admitted.ok) return admitted;
  const { id, own, meterId } = admitted.value;
  const { caller, dependencies, context, input } = call;
  const { chat, metrics, log, quotaOf } = dependencies;
  const gone = context.req.raw.signal;
  const opening = chat.open({ request: input.body, ownKey: own?.key ?? null, signal: gone });
  // Who leaves meanwhile must not take the gateway's own counts along.
  chat.stay(opening);
  const opened = await opening;
  const outcome = opened.ok ? "ok" : opened.failure.kind;
  metrics.count("outbound_total", { to: PROVIDER, outcome });
  if (!opened.ok) {
    const payer = { ...caller, address: addressOf(context.req.raw) };
    if (!own) await quotaOf(payer).release(meterId, id);
    log({ event: "model-failed", detail: opened.failure.detail });
    return opened;
  }
  const { model, body } = opened.value;
  const { promise, resolve } = Promise.withResolvers<StreamEnd>();
  chat.stay(promise.then((end) => settle(call, { ...admitted.value, model, end })));
  const { silenceMs } = AI_LIMITS;
  return new Response(tapStream(body, { silenceMs, listener: gone, onEnd: resolve }), {
    headers: {
      "content-type": "text/event-stream",
      "cache-control": "no-store",
      "x-accel-buffering": "no",
    },
  });
}

/** Tokens that a call may take at most. */
function mostTokensIn(request: ChatRequest): { readonly input: number; readonly all: number } {
  const { tools = [], purpose } = request;
  const defined = toolsNamed(tools.map(({ name }) => name));
  const input = mostTokensOf(
    systemPromptFor(purpose) + JSON.stringify(defined) + JSON.stringify(withContext(request)),
  );
  return { input, all: input + mostAnswerTokens(request) };
}

interface Ended extends Admitted {
  readonly model: string;
  readonly end: StreamEnd;
}

/** Counts what an answer took: to its person, in the metrics, in the database. */
async function settle(call: MessagesCall, ended: Ended): Promise<void> {
  const { caller, dependencies, context, input } = call;
  const { id, model, end, own, startedAt, meterId } = ended;
  const { metrics, now, chat } = dependencies;
  const quota = dependencies.quotaOf({ ...caller, address: addressOf(context.req.raw) });
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
    component: input.body.component,
    model,
    // What is new in this call; the rest was noted before it.
    prompt: input.body.messages.at(-1),
    answer: end.text,
    usage,
    cost,
    uncachedCost: uncachedCostOf(model, usage),
    wholeFilesCost: wholeFilesCostOf(call, ended, usage),
    messageId: input.body.messageId ?? null,
    isRepair: own ? input.body.purpose === "repair" : meterId === "ai-repair-tokens",
    vaultKeyId: own?.id ?? null,
    apiKeyId: caller.keyId ?? null,
  });
  await metrics.send();
}

/** What the call had cost with whole files instead of blocks, and without the provider's cache. */
function wholeFilesCostOf({ input }: MessagesCall, { model, end }: Ended, usage: ChatUsage) {
  const more = wholeFileTokens(input.body.messages, end.calls);
  const { input: read, output, ...none } = unkept(usage);
  return chatCostOf(model, { ...none, input: read + more.input, output: output + more.output });
}

const NO_OWN_KEY: Failure = {
  kind: "not-found",
  message: "No key of your own is kept.",
  nextStep: "Add one first.",
  retryable: false,
};

const usedUp = (resetsAt: number | null, retryAfterMs: number): Failure => ({
  kind: "quota-exceeded",
  message: "This month’s model tokens don’t reach for this.",
  nextStep: `They return on ${new Date(resetsAt ?? 0).toISOString().slice(0, 10)}; a key of your own, plain requests and changes by hand work until then.`,
  retryable: false,
  retryAfterMs,
});
