import { fail, ok } from "../../shared/failure.ts";
import { readKept, toKept } from "../../shared/conversation.ts";
import type { PortfolioStorage } from "../../shared/ports/portfolio-storage.ts";
import { notFound } from "./storage-failure.ts";
import type { StorageRoom } from "./storage-room.ts";

type Conversations = Pick<PortfolioStorage, "readConversation" | "saveConversation">;

/** What was said about portfolios. */
export function keptConversations({ attempt, records }: StorageRoom): Conversations {
  return {
    readConversation: (id) =>
      attempt(() => records.read(async (tx) => ok(readKept(await tx.get("conversations", id))))),
    saveConversation: (id, conversation) =>
      attempt(async () => {
        const isThere = await records.write(async (tx) => {
          const there = await tx.has("portfolios", id);
          if (there) await tx.put("conversations", { key: id, ...toKept(conversation) });
          return there;
        });
        return isThere ? ok(undefined) : fail(notFound("portfolio"));
      }),
  };
}
