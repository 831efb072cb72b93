/**
 * Gemini's REST endpoint `POST /v1beta/models/{model}:generateContent` on one machine: it checks what it
 * gets as the real one does, and answers in its wire format. What it answers is the test's.
 */
import { createServer, type IncomingMessage } from "node:http";
import { listen } from "./listen.ts";

export interface GeminiCall {
  readonly model: string;
  readonly key: string;
  readonly requestId: string;
  readonly instruction: string;
  readonly text: string;
  readonly schema: unknown;
}

/** An answer's JSON value, or an HTTP status to fail with. */
export type GeminiAnswer = { readonly value: unknown } | { readonly status: number };

export interface GeminiStandIn {
  readonly url: string;
  readonly calls: readonly GeminiCall[];
  stop(): Promise<void>;
}

interface Body {
  readonly contents?: { readonly role?: string; readonly parts?: { readonly text?: string }[] }[];
  readonly systemInstruction?: { readonly parts?: { readonly text?: string }[] };
  readonly generationConfig?: {
    readonly responseMimeType?: string;
    readonly responseSchema?: unknown;
  };
}

/** Starts it on a free port. */
export async function startGemini(
  answer: (call: GeminiCall) => GeminiAnswer | Promise<GeminiAnswer>,
): Promise<GeminiStandIn> {
  const calls: GeminiCall[] = [];
  const server = createServer(async (request, response) => {
    const send = (status: number, body: unknown) =>
      response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body));
    const refuse = (code: number, message: string) =>
      send(code, {
        error: { code, message, status: code === 503 ? "UNAVAILABLE" : "INVALID_ARGUMENT" },
      });
    const model = /^\/v1beta\/models\/([\w.-]+):generateContent$/.exec(request.url ?? "")?.[1];
    if (request.method !== "POST" || !model) return refuse(404, "Not found");
    const key = String(request.headers["x-goog-api-key"] ?? "");
    if (!key) return refuse(403, "Method doesn't allow unregistered callers");
    const body = JSON.parse(await bodyOf(request)) as Body;
    const fault = faultOf(body);
    if (fault) return refuse(400, fault);
    const requestId = String(request.headers["x-request-id"] ?? "");
    const call = { model, key, requestId, ...askedIn(body) };
    calls.push(call);
    const given = await answer(call);
    if ("status" in given)
      return refuse(given.status, "The model is overloaded. Please try again later.");
    return send(200, {
      candidates: [
        {
          content: { role: "model", parts: [{ text: JSON.stringify(given.value) }] },
          finishReason: "STOP",
          index: 0,
        },
      ],
      usageMetadata: { promptTokenCount: 900, candidatesTokenCount: 300, totalTokenCount: 1_200 },
      modelVersion: model,
    });
  });
  return { ...(await listen(server)), calls };
}

const askedIn = ({ contents, systemInstruction, generationConfig }: Body) => ({
  text: contents?.[0]?.parts?.[0]?.text ?? "",
  instruction: systemInstruction?.parts?.[0]?.text ?? "",
  schema: generationConfig?.responseSchema,
});

/** What the real one refuses. */
function faultOf({ contents, generationConfig }: Body): string | null {
  if (!contents?.[0]?.parts?.[0]?.text) return "contents is not specified";
  const { responseMimeType, responseSchema } = generationConfig ?? {};
  return responseSchema && responseMimeType !== "application/json"
    ? "responseSchema needs responseMimeType application/json"
    : null;
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString("utf8");
}
