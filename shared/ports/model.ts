import { z } from "zod";
import type { Result } from "../failure.ts";
import type { StopSignal } from "./stop-signal.ts";

/**
 * A model that people talk to, in the shape of Anthropic’s Messages API
 * (https://docs.anthropic.com/en/api/messages-streaming). Instruction, limits and the real model are
 * the other side’s to choose; here only the conversation is said.
 */
export interface ModelPort {
  /**
   * Asks for one answer. Fails before it begins as the gateway does: `quota-exceeded`, `unavailable`
   * (no key, or the provider is busy), `rate-limited`, `forbidden`, `cancelled`. An answer that breaks
   * off ends without `message_stop`; it never throws.
   */
  open(request: ModelRequest, signal: StopSignal): Promise<Result<AsyncIterable<ModelEvent>>>;
}

/** Tools by name; what each takes is said to the model by the gateway. */
export const TOOL_NAMES = [
  "read_file",
  "write_file",
  "edit_file",
  "delete_file",
  "rename_file",
  "list_files",
  "search_files",
  "check_logs",
  "run_command",
] as const;
export type ToolName = (typeof TOOL_NAMES)[number];

/** What a person wants of words (R1.8, R4.8): asked without tools, answered in words alone. */
export const WORD_PURPOSES = ["improve", "translate", "analyse", "explain", "describe"] as const;
export type WordPurpose = (typeof WORD_PURPOSES)[number];

/** Parts of a page that a model can write anew from the person’s data (R2.5). */
export const OWN_COMPONENT_IDS = ["hero", "skills", "timeline", "gallery", "contact"] as const;
export type OwnComponentId = (typeof OWN_COMPONENT_IDS)[number];

export interface ModelRequest {
  /** Chat where it isn’t said; the gateway has an instruction and bounds for each. */
  readonly purpose?: WordPurpose | "component";
  /** Which one is to be written, where the purpose is a component. */
  readonly component?: OwnComponentId;
  readonly size: "small" | "large";
  readonly messages: readonly ModelMessage[];
  readonly tools: readonly ToolName[];
  /** This call mends what the agent itself broke in this message: it isn’t charged to the person (R4.9). */
  readonly isRepair: boolean;
}

export interface ModelMessage {
  readonly role: "user" | "assistant";
  readonly content: readonly ModelPart[];
}

interface CacheMark {
  readonly type: "ephemeral";
}
export interface TextPart {
  readonly type: "text";
  readonly text: string;
  readonly cache_control?: CacheMark;
}
export interface ToolUsePart {
  readonly type: "tool_use";
  readonly id: string;
  readonly name: ToolName;
  readonly input: Readonly<Record<string, unknown>>;
}
export interface ToolResultPart {
  readonly type: "tool_result";
  readonly tool_use_id: string;
  readonly content: string;
  readonly is_error?: boolean;
  readonly cache_control?: CacheMark;
}
export interface ThinkingPart {
  readonly type: "thinking";
  readonly thinking: string;
  readonly signature: string;
}
export interface RedactedThinkingPart {
  readonly type: "redacted_thinking";
  readonly data: string;
}
export type ModelPart =
  TextPart | ToolUsePart | ToolResultPart | ThinkingPart | RedactedThinkingPart;

const count = z.number().int().nonnegative().nullish();
const wireUsage = z.object({
  input_tokens: count,
  cache_creation_input_tokens: count,
  cache_read_input_tokens: count,
  output_tokens: count,
});

const block = z.union([
  z.object({ type: z.literal("text"), text: z.string() }),
  z.object({ type: z.literal("tool_use"), id: z.string(), name: z.string() }),
  z.object({
    type: z.literal("thinking"),
    thinking: z.string(),
    signature: z.string().default(""),
  }),
  z.object({ type: z.literal("redacted_thinking"), data: z.string() }),
]);
const delta = z.union([
  z.object({ type: z.literal("text_delta"), text: z.string() }),
  z.object({ type: z.literal("input_json_delta"), partial_json: z.string() }),
  z.object({ type: z.literal("thinking_delta"), thinking: z.string() }),
  z.object({ type: z.literal("signature_delta"), signature: z.string() }),
]);

/** The events of an answer, as they go over the wire; what isn’t known is not one of them. */
export const modelEventSchema = z.discriminatedUnion("type", [
  z.object({
    type: z.literal("message_start"),
    message: z.object({ model: z.string(), usage: wireUsage }),
  }),
  z.object({ type: z.literal("content_block_start"), index: z.number(), content_block: block }),
  z.object({ type: z.literal("content_block_delta"), index: z.number(), delta }),
  z.object({ type: z.literal("content_block_stop"), index: z.number() }),
  z.object({
    type: z.literal("message_delta"),
    delta: z.object({ stop_reason: z.string().nullish() }),
    usage: wireUsage.optional(),
  }),
  z.object({ type: z.literal("message_stop") }),
  z.object({ type: z.literal("ping") }),
  z.object({
    type: z.literal("error"),
    error: z.object({ type: z.string(), message: z.string() }),
  }),
]);
export type ModelEvent = z.infer<typeof modelEventSchema>;
