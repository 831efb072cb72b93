import { ai } from "../../shared/api/ai.ts";
import { fail, ok, type Result } from "../../shared/failure.ts";
import type { ModelEvent, ModelPort, ModelRequest } from "../../shared/ports/model.ts";
import type { ApiClient } from "./open-client.ts";
import { readModelStream } from "./read-model-stream.ts";
import { CANCELLED, failureOf, notReached } from "./send-request.ts";

/** Milliseconds until an answer begins; the gateway waits for a busy provider and gives up before this. */
const BEGIN_MS = 120_000;

/**
 * The model through the API’s gateway.
 * @param messageId names what the person said, over all calls for it: repairs are told from turns by it
 */
export function openModel(
  client: Pick<ApiClient, "requestOf" | "send">,
  messageId: string,
): ModelPort {
  return {
    open: async (request, signal) => {
      const control = new AbortController();
      const stop = () => control.abort();
      signal.addEventListener("abort", stop, { once: true });
      if (signal.aborted) return fail(CANCELLED);
      const timer = setTimeout(stop, BEGIN_MS);
      try {
        const body = chatBodyOf(request, messageId);
        const asked = client.requestOf(ai.messages, { body }, { signal: control.signal });
        return await streamOf(await client.send(asked));
      } catch (error) {
        return fail(signal.aborted ? CANCELLED : notReached(String(error)));
      } finally {
        clearTimeout(timer);
      }
    },
  };
}

async function streamOf(answer: Response): Promise<Result<AsyncIterable<ModelEvent>>> {
  if (!answer.ok) return fail(await failureOf(answer));
  const type = answer.headers.get("content-type") ?? "";
  if (!type.startsWith("text/event-stream") || answer.body === null) {
    return fail(notReached("no event stream"));
  }
  return ok(readModelStream(answer.body));
}

/** What the gateway is sent. */
export const chatBodyOf = (
  { size, messages, tools, isRepair, purpose, component }: ModelRequest,
  messageId: string,
) => ({
  size,
  purpose: purpose ?? (isRepair ? ("repair" as const) : ("turn" as const)),
  component: component ?? purpose ?? "chat",
  messageId,
  messages: messages.map(({ role, content }) => ({ role, content: [...content] })),
  tools: tools.map((name) => ({ name })),
});
