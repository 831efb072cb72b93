import {
  GoogleGenerativeAI,
  GoogleGenerativeAIFetchError,
  SchemaType,
  type ResponseSchema,
} from "@google/generative-ai";
import { fail, type Failure } from "../../shared/failure.ts";
import { correlationHeaders, correlationOf } from "../domain/correlation.ts";
import { RefusedError, type Outbound } from "../outbound/outbound.ts";
import type { AnswerSchema, Question, StructuredModel } from "./model.ts";
import { errorLine } from "../observe/error-note.ts";

/** Gemini through Google's SDK; the only file that knows it. */
export function geminiModel(settings: {
  readonly apiKey: string;
  readonly name: string;
  /** Another host than Google's own: a proxy, or a stand-in in tests. */
  readonly baseUrl: string | undefined;
  readonly outbound: Outbound;
  readonly requestId: string;
}): StructuredModel {
  const { apiKey, name, baseUrl, outbound, requestId } = settings;
  const client = new GoogleGenerativeAI(apiKey);
  const options = {
    ...(baseUrl ? { baseUrl } : {}),
    customHeaders: correlationHeaders(correlationOf({ requestId }, () => crypto.randomUUID())),
  };
  const generate = async (question: Question, signal: AbortSignal) => {
    const model = client.getGenerativeModel(
      {
        model: name,
        systemInstruction: question.instruction,
        generationConfig: {
          responseMimeType: "application/json",
          responseSchema: responseSchema(question.schema) as ResponseSchema,
          temperature: 0,
          maxOutputTokens: question.mostTokens,
        },
      },
      options,
    );
    try {
      const { response } = await model.generateContent(question.text, { signal });
      const { promptTokenCount = 0, candidatesTokenCount = 0 } = response.usageMetadata ?? {};
      const value: unknown = JSON.parse(response.text());
      return { value, tokensIn: promptTokenCount, tokensOut: candidatesTokenCount };
    } catch (error) {
      throw isFinal(error) ? new RefusedError(errorLine(error)) : error;
    }
  };
  return {
    name,
    async ask(question, signal) {
      const answer = await outbound.call((one) => generate(question, one), signal);
      return answer.ok ? answer : fail({ ...answer.failure, ...SAYS_NO[answer.failure.kind] });
    },
  };
}

/** Wrong key, unknown model, wrong request: another try won't help. Too many requests may. */
const isFinal = (error: unknown): boolean =>
  error instanceof GoogleGenerativeAIFetchError &&
  error.status !== undefined &&
  error.status >= 400 &&
  error.status < 500 &&
  error.status !== 429 &&
  error.status !== 408;

const SAYS_NO: Partial<Record<Failure["kind"], Partial<Failure>>> = {
  unavailable: { message: "The model can’t be reached just now." },
};

/** In the SDK's own words; what isn't in a CV may be left out. */
function responseSchema(schema: AnswerSchema): unknown {
  if (schema.type === "string") return { ...schema, type: SchemaType.STRING };
  if (schema.type === "array") {
    return { type: SchemaType.ARRAY, items: responseSchema(schema.items) };
  }
  const properties = Object.entries(schema.properties).map(
    ([key, one]) => [key, responseSchema(one)] as const,
  );
  return { type: SchemaType.OBJECT, properties: Object.fromEntries(properties) };
}
