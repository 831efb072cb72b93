import { fail, ok, type Failure, type Result } from "../../shared/failure.ts";
import { AI_LIMITS } from "../../shared/limits.ts";
import type { Configuration } from "../configuration.ts";
import { modelsOf, waitBefore } from "../domain/chat-call.ts";
import { createOutbound } from "../outbound/outbound.ts";
import type { Asked } from "./anthropic.ts";
import { NO_MODEL, type ChatGateway } from "./chat.ts";

/** Long answers hold no place: it is given back as soon as an answer begins. */
const anthropic = createOutbound({
  who: "The model",
  timeoutMs: AI_LIMITS.firstByteMs,
  tries: 3,
  backoffMs: 500,
  breakAfter: 5,
  halfOpenAfterMs: 30_000,
  atOnce: 500,
});

/** Models that the provider didn't know, and until when they aren't asked for (epoch milliseconds). */
const retired = new Map<string, number>();
const RETIRED_MS = 60 * 60_000;
/** Calls of this isolate that wait for the provider. */
let waiting = 0;

interface Surroundings {
  readonly requestId: string;
  readonly now: () => number;
  readonly wait: (ms: number, signal: AbortSignal) => Promise<void>;
}

/** Opens answers of the configured models; see `ChatGateway.open`. */
export const openChatWith =
  (configuration: Configuration, { requestId, now, wait }: Surroundings): ChatGateway["open"] =>
  async ({ request, ownKey, signal }) => {
    const apiKey = ownKey ?? configuration.ANTHROPIC_API_KEY;
    if (!apiKey) return fail(NO_MODEL);
    const { askAnthropic, paramsOf } = await import("./anthropic.ts");
    const models = modelsOf(configuration, request.size);
    const fresh = models.filter((model) => (retired.get(model) ?? 0) <= now());
    for (const model of fresh.length > 0 ? fresh : models) {
      const params = paramsOf(request, model);
      const call = {
        apiKey,
        baseUrl: configuration.ANTHROPIC_BASE_URL,
        requestId,
        params,
        signal,
      };
      const ask = (connecting: AbortSignal) => askAnthropic({ ...call, connecting });
      const asked = await patiently(ask, { signal, wait });
      if (!asked.ok) return asked;
      const { value } = asked;
      if (value.kind === "stream") return ok({ model, body: value.body });
      if (value.kind === "refused") return fail(refusal(value, ownKey !== null));
      retired.set(model, now() + RETIRED_MS);
    }
    return fail({ ...NOT_THERE, detail: `no such model: ${models.join(", ")}` });
  };

/** Tries a key; see `ChatGateway.tryKey`. */
export const tryKeyWith =
  (configuration: Configuration, requestId: string): ChatGateway["tryKey"] =>
  async (apiKey, signal) => {
    const { isKeyTaken } = await import("./anthropic.ts");
    const access = { apiKey, baseUrl: configuration.ANTHROPIC_BASE_URL, requestId };
    return anthropic.call((connecting) => isKeyTaken(access, connecting), signal);
  };

/** Asks, and asks again while the provider is busy, for a bounded time. */
async function patiently(
  ask: (signal: AbortSignal) => Promise<Asked>,
  { signal, wait }: { readonly signal: AbortSignal; readonly wait: Surroundings["wait"] },
): Promise<Result<Exclude<Asked, { kind: "busy" }>>> {
  let waited = 0;
  for (let tries = 1; ; tries += 1) {
    const asked = await anthropic.call(ask, signal);
    if (!asked.ok) return asked;
    const { value } = asked;
    if (value.kind !== "busy") return ok(value);
    const ms = waitBefore({ tries, waited, asked: value.retryAfterMs, chance: Math.random() });
    if (ms === null || waiting >= AI_LIMITS.waiting) return fail(busy(value.retryAfterMs));
    waiting += 1;
    await wait(ms, signal).finally(() => (waiting -= 1));
    waited += ms;
    if (signal.aborted) return fail(CANCELLED);
  }
}

const busy = (retryAfterMs: number | null): Failure => ({
  kind: "unavailable",
  message: "The model is asked too much just now.",
  nextStep: "Try again in a minute; your site is as it was, and nothing was counted.",
  retryable: true,
  retryAfterMs: retryAfterMs ?? 30_000,
});

const CANCELLED: Failure = {
  kind: "cancelled",
  message: "The call was stopped.",
  nextStep: "Start it again whenever you like.",
  retryable: false,
};
const NOT_THERE: Failure = {
  kind: "unavailable",
  message: "The model can’t be used just now.",
  nextStep: "The operator has to look at this; changes by hand and plain requests still work.",
  retryable: false,
};

function refusal({ status, detail }: { status: number; detail: string }, isOwn: boolean): Failure {
  const isKey = status === 401 || status === 402 || status === 403;
  if (isKey && !isOwn) return { ...NOT_THERE, detail };
  if (isKey) {
    return {
      kind: "forbidden",
      message: "Anthropic refused your own key.",
      nextStep: "Replace or remove it under Account.",
      detail,
      retryable: false,
    };
  }
  return {
    kind: status === 413 ? "too-large" : "invalid",
    message: "The model can’t take this conversation.",
    nextStep: "Start a new conversation, or ask for less at once.",
    detail,
    retryable: false,
  };
}
