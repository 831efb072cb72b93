import type { Configuration } from "../configuration.ts";
import { createOutbound } from "../outbound/outbound.ts";
import type { StructuredModel } from "./model.ts";

/** The model when the operator names none; models are retired, so it is configuration. */
const DEFAULT_MODEL = "gemini-2.5-flash";

/** R5.5: five at once, three tries. A try's time leaves a job (60 s) the time to fall back on its rules. */
const gemini = createOutbound({
  who: "The model",
  timeoutMs: 45_000,
  tries: 3,
  backoffMs: 500,
  breakAfter: 5,
  halfOpenAfterMs: 30_000,
  atOnce: 5,
});

/** The configured model, or `null`. */
export function modelOf(
  configuration: Configuration,
  { requestId }: { readonly requestId: string },
): StructuredModel | null {
  const { GEMINI_API_KEY: apiKey, GEMINI_MODEL, GEMINI_BASE_URL: baseUrl } = configuration;
  if (!apiKey) return null;
  const name = GEMINI_MODEL || DEFAULT_MODEL;
  return {
    name,
    ask: async (question, signal) => {
      const { geminiModel } = await import("./gemini.ts");
      const settings = { apiKey, name, baseUrl, outbound: gemini, requestId };
      return geminiModel(settings).ask(question, signal);
    },
  };
}
