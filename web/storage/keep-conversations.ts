import { fail, ok } from "../../shared/failure.ts";
import { conversationSchema } from "../../shared/conversation.ts";
import type { PortfolioStorage } from "../../shared/ports/portfolio-storage.ts";
import { notFound } from "./storage-failure.ts";
import type { StorageRoom } from "./storage-room.ts";

type Conversations = Pick<PortfolioStorage, "readConversation" | "saveConversation">;

/** What was said about portfolios. What a later release wrote in another shape is left out, not broken on. */
export function keptConversations({ attempt, records }: StorageRoom): Conversations {
  return {
    readConversation: (id) =>
      attempt(() =>
        records.read(async (tx) => {
          const kept = conversationSchema.safeParse((await tx.get("conversations", id))?.messages);
          return ok(kept.success ? kept.data : []);
        }),
      ),
    saveConversation: (id, messages) =>
      attempt(async () => {
        const isThere = await records.write(async (tx) => {
          const there = await tx.has("portfolios", id);
          if (there) await tx.put("conversations", { key: id, messages });
          return there;
        });
        return isThere ? ok(undefined) : fail(notFound("portfolio"));
      }),
  };
}
