import Anthropic, { APIError } from "@anthropic-ai/sdk";
import type { MessageCreateParamsStreaming } from "@anthropic-ai/sdk/resources/messages";
import type { ChatRequest } from "../../shared/api/ai.ts";
import { AI_LIMITS } from "../../shared/limits.ts";
import { withContext } from "./given-context.ts";
import { mostAnswerTokens, systemPromptFor } from "./system-prompt.ts";
import { toolsNamed } from "./tools.ts";

/** What came of asking, where another try at once is no use. */
export type Asked =
  | { readonly kind: "stream"; readonly body: ReadableStream<Uint8Array> }
  /** Too many requests, or overloaded. */
  | { readonly kind: "busy"; readonly retryAfterMs: number | null }
  /** There is no such model, or no longer. */
  | { readonly kind: "no-model" }
  | { readonly kind: "refused"; readonly status: number; readonly detail: string };

/** The request as the provider gets it: our model, limit and instruction; theirs, what is known of it. */
export function paramsOf(request: ChatRequest, model: string): MessageCreateParamsStreaming {
  const { tools = [], stop_sequences } = request;
  return {
    model,
    max_tokens: mostAnswerTokens(request),
    // Tools and instruction come first in the provider's cache: one mark covers both.
    system: [
      {
        type: "text",
        text: systemPromptFor(request),
        cache_control: { type: "ephemeral" },
      },
    ],
    messages: withContext(request) as MessageCreateParamsStreaming["messages"],
    ...(tools.length > 0
      ? { tools: [...toolsNamed(tools.map(({ name }) => name))] as Anthropic.Tool[] }
      : {}),
    ...(stop_sequences ? { stop_sequences } : {}),
    stream: true,
  };
}

interface Access {
  readonly apiKey: string;
  readonly baseUrl: string | undefined;
  readonly requestId: string;
}

const clientFor = ({ apiKey, baseUrl, requestId }: Access) =>
  new Anthropic({
    apiKey,
    baseURL: baseUrl || "https://api.anthropic.com",
    timeout: AI_LIMITS.firstByteMs,
    maxRetries: 0,
    logLevel: "off",
    defaultHeaders: { "x-request-id": requestId },
  });

/**
 * Whether a key is taken: asks for the list of models, which costs no tokens.
 * @throws where another try may help, or the other side has no such list
 */
export async function isKeyTaken(access: Access, signal: AbortSignal): Promise<boolean> {
  try {
    await clientFor(access).models.list({ limit: 1 }, { signal });
    return true;
  } catch (error) {
    if (error instanceof APIError && (error.status === 401 || error.status === 403)) return false;
    throw error;
  }
}

/**
 * Asks Anthropic, or a server that speaks as it does, through its SDK; the only file that knows it.
 * @param call.connecting ends the attempt until the answer's head is there; no longer
 * @param call.signal ends the answer at any time
 * @throws where another try may help: not reached, timed out, an error on the other side
 */
export async function askAnthropic(
  call: Access & {
    readonly params: MessageCreateParamsStreaming;
    readonly connecting: AbortSignal;
    readonly signal: AbortSignal;
  },
): Promise<Asked> {
  const client = clientFor(call);
  // The SDK's signal lives as long as the body; the attempt's own ends with the attempt.
  const control = new AbortController();
  const stop = () => control.abort();
  call.signal.addEventListener("abort", stop, { once: true });
  call.connecting.addEventListener("abort", stop, { once: true });
  try {
    const response = await client.messages
      .create(call.params, { signal: control.signal })
      .asResponse();
    if (!response.body) throw new Error("An answer without a body.");
    return { kind: "stream", body: response.body };
  } catch (error) {
    const asked = error instanceof APIError ? askedOf(error) : null;
    if (asked === null) throw error;
    return asked;
  } finally {
    call.connecting.removeEventListener("abort", stop);
  }
}

/** What an error of the provider's means; `null` where another try may help. */
function askedOf(error: APIError): Asked | null {
  const { status, type } = error;
  if (status === 429 || status === 529) {
    const seconds = Number(error.headers?.get("retry-after") ?? Number.NaN);
    return { kind: "busy", retryAfterMs: Number.isFinite(seconds) ? seconds * 1_000 : null };
  }
  if (status === 404 && type === "not_found_error") return { kind: "no-model" };
  if (status === undefined || status >= 500 || status === 408) return null;
  return { kind: "refused", status, detail: `${status} ${type ?? ""}` };
}
