import { chatRequestSchema } from "../../shared/api/ai.ts";
import { ok } from "../../shared/failure.ts";
import type { ModelPort } from "../../shared/ports/model.ts";
import { chatBodyOf } from "../../web/api/open-model.ts";
import { readModelStream } from "../../web/api/read-model-stream.ts";
import type { Caller } from "../caller.ts";
import { askGateway, type GatewayParts } from "../model/ask-gateway.ts";

/**
 * The model for a message that is answered on the server: the same gateway, quota and limits as for a
 * browser.
 * @param messageId names what the person said, over all calls for it
 */
export const gatewayModel = (
  parts: GatewayParts,
  caller: Pick<Caller, "personId" | "tier" | "keyId">,
  messageId: string,
): ModelPort => ({
  open: async (request, signal) => {
    const control = new AbortController();
    const stop = () => control.abort();
    if (signal.aborted) stop();
    signal.addEventListener("abort", stop, { once: true });
    const body = chatRequestSchema.parse(chatBodyOf(request, messageId));
    const asked = await askGateway(parts, { request: body, caller, signal: control.signal });
    return asked.ok ? ok(readModelStream(asked.value)) : asked;
  },
});
