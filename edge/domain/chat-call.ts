import { AI_LIMITS } from "../../shared/limits.ts";
import type { Configuration } from "../configuration.ts";

export type ModelSize = keyof typeof AI_LIMITS.answerTokens;

/** Where the operator names none. Models are retired, so each has one that is asked instead. */
const DEFAULT_MODELS: Readonly<Record<ModelSize, string>> = {
  small: "claude-haiku-5-5,claude-haiku-4-5",
  large: "claude-sonnet-5-5,claude-sonnet-5",
};

/** The models of a size: the first is asked, the others stand in for it. */
export function modelsOf(
  { AI_MODEL_SMALL, AI_MODEL_LARGE }: Pick<Configuration, "AI_MODEL_SMALL" | "AI_MODEL_LARGE">,
  size: ModelSize,
): readonly string[] {
  const named = size === "small" ? AI_MODEL_SMALL : AI_MODEL_LARGE;
  return (named?.trim() || DEFAULT_MODELS[size])
    .split(",")
    .map((model) => model.trim())
    .filter((model) => model !== "");
}

/** Fewer bytes of UTF-8 than this make no token on average, in any language: a hold is never too small. */
const BYTES_A_TOKEN = 2;

/** Tokens that a text may become at most. */
export const mostTokensOf = (text: string): number =>
  Math.ceil(new TextEncoder().encode(text).length / BYTES_A_TOKEN);

/** The first wait where the provider doesn't say, in milliseconds; it doubles with each try. */
const FIRST_WAIT_MS = 1_000;

/**
 * How long to wait (milliseconds) before a busy provider is asked again; `null` when all waits together
 * would be longer than a person is kept waiting.
 * @param call.asked what the provider asked for
 * @param call.chance 0–1; spreads callers who were refused together
 */
export function waitBefore(call: {
  readonly tries: number;
  readonly waited: number;
  readonly asked: number | null;
  readonly chance: number;
}): number | null {
  const least = call.asked ?? FIRST_WAIT_MS * 2 ** (call.tries - 1);
  const ms = Math.ceil(Math.max(250, least) * (1 + call.chance / 4));
  return call.waited + ms > AI_LIMITS.waitMs ? null : ms;
}
