import type { ChatRequest } from "../../shared/api/ai.ts";

/** What the conversation of a call is, as the provider gets it. */
type Messages = ChatRequest["messages"];

/**
 * The conversation, with what its sender wrote as `system` put before the first message as marked data:
 * the one instruction a model gets is the edge’s own. A text that tries to end the mark early doesn’t.
 */
export function withContext({
  system,
  messages,
}: Pick<ChatRequest, "system" | "messages">): Messages {
  const given =
    typeof system === "string" ? system : (system ?? []).map(({ text }) => text).join("\n");
  const [first, ...rest] = messages;
  if (given.trim() === "" || !first) return messages;
  const text = `<context>\n${given.replaceAll(/<(?=\/?context\b)/gi, "‹")}\n</context>`;
  const parts =
    typeof first.content === "string"
      ? [{ type: "text" as const, text: first.content }]
      : first.content;
  const context = { type: "text" as const, text };
  return first.role === "user"
    ? [{ role: "user", content: [context, ...parts] }, ...rest]
    : [{ role: "user", content: [context] }, ...messages];
}
