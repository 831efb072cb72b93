import type { ModelMessage, ModelPart } from "../../ports/model.ts";

/**
 * Three marks are ours (the provider takes four, the gateway’s own covers tools and instruction): the
 * project in short, what was said before, and, moving on from turn to turn, the last part of all.
 */
const MARK = { type: "ephemeral" } as const;

export const marked = (part: ModelPart): ModelPart =>
  part.type === "text" || part.type === "tool_result" ? { ...part, cache_control: MARK } : part;

/** The messages with the moving mark on their last part. The earlier ones stay byte for byte. */
export function markLastResult(messages: readonly ModelMessage[]): readonly ModelMessage[] {
  const last = messages.at(-1);
  const part = last?.content.at(-1);
  if (!last || !part) return messages;
  return [
    ...messages.slice(0, -1),
    { ...last, content: [...last.content.slice(0, -1), marked(part)] },
  ];
}
