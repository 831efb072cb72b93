import { z } from "zod";
import {
  OWN_COMPONENT_IDS,
  TOOL_NAMES,
  WORD_PURPOSES,
  type OwnComponentId,
  type WordPurpose,
} from "../ports/model.ts";
import { aiUsageSchema } from "./ai-usage.ts";
import { endpoint } from "./endpoint.ts";

const TAG = "Model";

/** A mark up to which the provider may keep the prompt for five minutes. */
const cacheMark = z.object({ type: z.literal("ephemeral") }).optional();
const text = z.object({ type: z.literal("text"), text: z.string(), cache_control: cacheMark });
/** Parts of a message in Anthropic’s format; any other kind is refused. */
const part = z.discriminatedUnion("type", [
  text,
  z.object({
    type: z.literal("tool_use"),
    id: z.string().max(100),
    name: z.enum(TOOL_NAMES),
    input: z.record(z.string(), z.unknown()),
  }),
  z.object({
    type: z.literal("tool_result"),
    tool_use_id: z.string().max(100),
    content: z.union([z.string(), z.array(text)]).optional(),
    is_error: z.boolean().optional(),
    cache_control: cacheMark,
  }),
  // The model’s own; it wants them back unchanged.
  z.object({ type: z.literal("thinking"), thinking: z.string(), signature: z.string() }),
  z.object({ type: z.literal("redacted_thinking"), data: z.string() }),
]);

export const chatMessageSchema = z.object({
  role: z.enum(["user", "assistant"]),
  content: z.union([z.string(), z.array(part)]),
});

/** The provider takes four marks; one is the edge’s own. */
const MOST_CACHE_MARKS = 3;

/** Names what a person said, minted by whoever sends it; calls of the model for it carry it along. */
const messageId = z.string().regex(/^[\w-]{8,64}$/);

/**
 * What the gateway takes of Anthropic’s `POST /v1/messages`, and four fields of our own: `size`,
 * `purpose`, `messageId`, `component`. Other fields (`model`, `thread`, `temperature` …) are dropped, not
 * refused: SDKs send some of their own accord, and dropped they do nothing. Parts of messages and tools
 * that aren’t known are refused: a conversation with holes in it would mean something else.
 */
export const chatRequestSchema = z
  .object({
    /** For small edits or whole components; the edge decides which model that is. */
    size: z.enum(["small", "large"]).default("large"),
    /**
     * `repair` mends what the agent itself broke while it carried out `messageId`: it isn’t charged to the
     * person (R4.9). It is only taken as one after a call of that message that was charged, and so often a
     * message; else it is charged like any other. The others ask for words alone, or for the source of the
     * `component` that is named, without tools; each has its own instruction and the longest answer that
     * it can need.
     */
    purpose: z.enum(["turn", "repair", "component", ...WORD_PURPOSES]).default("turn"),
    messageId: messageId.optional(),
    /** What the sender wants the model to know. It isn’t an instruction: it is put before the first message, as data. */
    system: z.union([z.string(), z.array(text)]).optional(),
    messages: z
      .array(chatMessageSchema)
      .min(1)
      .max(400)
      .refine((messages) => cacheMarksIn(messages) <= MOST_CACHE_MARKS, {
        message: `There may be ${MOST_CACHE_MARKS} cache_control marks at most.`,
      }),
    /** Tokens of the answer; cut to what the edge allows. */
    max_tokens: z.int().min(1).optional(),
    /** By name; what they take is the edge’s to say. */
    tools: z
      .array(z.object({ name: z.enum(TOOL_NAMES) }))
      .max(TOOL_NAMES.length)
      .optional(),
    stop_sequences: z.array(z.string().min(1).max(100)).max(4).optional(),
    stream: z.literal(true).default(true),
    /** What the answer is for: `chat`, `hero` … */
    component: z
      .string()
      .regex(/^[a-z][a-z0-9-]{0,39}$/)
      .default("chat"),
  })
  .refine(({ purpose, messageId }) => purpose !== "repair" || messageId !== undefined, {
    message: "A repair says which messageId it belongs to.",
    path: ["messageId"],
  })
  .refine(
    ({ purpose, tools = [] }) =>
      tools.length === 0 || !(isOfWords(purpose) || purpose === "component"),
    { message: "Who asks for words has no tools.", path: ["tools"] },
  )
  .refine(({ purpose, component }) => purpose !== "component" || isOwnComponent(component), {
    message: `A component is one of ${OWN_COMPONENT_IDS.join(", ")}.`,
    path: ["component"],
  });

/** Whether a model can be asked to write it. */
export const isOwnComponent = (component: string): component is OwnComponentId =>
  (OWN_COMPONENT_IDS as readonly string[]).includes(component);

/** Whether a purpose is words alone. */
export const isOfWords = (purpose: string): purpose is WordPurpose =>
  (WORD_PURPOSES as readonly string[]).includes(purpose);

export type ChatRequest = z.output<typeof chatRequestSchema>;

const cacheMarksIn = (messages: readonly z.output<typeof chatMessageSchema>[]): number =>
  messages
    .flatMap(({ content }) => (typeof content === "string" ? [] : content))
    .flatMap((one) =>
      one.type === "tool_result" && Array.isArray(one.content) ? [one, ...one.content] : [one],
    )
    .filter((one) => "cache_control" in one && one.cache_control !== undefined).length;

const keyStatus = z.object({
  /** Whether a key of the person’s own is kept, and used instead of the service’s. */
  kept: z.boolean(),
  /** Its last four characters, to tell it from others. */
  ending: z.string().nullable(),
});

export const ai = {
  messages: endpoint({
    method: "POST",
    path: "/api/ai/messages",
    access: "person",
    summary: "Asks the model, in Anthropic’s wire format; the answer comes as its event stream",
    tag: TAG,
    body: chatRequestSchema,
    answers: "sse",
    output: z.looseObject({ type: z.string() }),
  }),
  usage: endpoint({
    method: "GET",
    path: "/api/ai/usage",
    access: "person",
    summary: "What the model took this month: of the budget, altogether, and by message",
    tag: TAG,
    query: z.object({ before: z.coerce.number().int().positive().max(8.64e15).optional() }),
    output: aiUsageSchema,
  }),
  key: endpoint({
    method: "GET",
    path: "/api/ai/key",
    access: "member",
    summary: "Whether a key of one’s own for the model is kept; the key itself is never sent",
    tag: TAG,
    output: keyStatus,
  }),
  keepKey: endpoint({
    method: "PUT",
    path: "/api/ai/key",
    access: "member",
    summary:
      "Keeps a key of one’s own for the model, encrypted; calls with it count against no quota",
    tag: TAG,
    body: z.strictObject({ key: z.string().regex(/^[\x21-\x7e]{20,256}$/) }),
    output: keyStatus,
  }),
  tryKey: endpoint({
    method: "POST",
    path: "/api/ai/key/try",
    access: "member",
    summary: "Whether the provider takes the key of one’s own that is kept; costs no tokens",
    tag: TAG,
    output: z.object({ works: z.boolean() }),
  }),
  removeKey: endpoint({
    method: "DELETE",
    path: "/api/ai/key",
    access: "member",
    summary: "Forgets one’s own key for the model",
    tag: TAG,
    output: keyStatus,
  }),
} as const;
