import { fail, ok } from "../../shared/failure.ts";
import { mergeConversations } from "../../shared/conversation-merge.ts";
import { readKept, toKept } from "../../shared/conversation.ts";
import type { PortfolioStorage } from "../../shared/ports/portfolio-storage.ts";
import { notFound } from "./storage-failure.ts";
import type { StorageRoom } from "./storage-room.ts";

type Conversations = Pick<PortfolioStorage, "readConversation" | "saveConversation">;

/** What was said about portfolios. */
export function keptConversations({ attempt, records, tell }: StorageRoom): Conversations {
  return {
    readConversation: (id) =>
      attempt(() => records.read(async (tx) => ok(readKept(await tx.get("conversations", id))))),
    saveConversation: (id, conversation) =>
      attempt(async () => {
        const isThere = await records.write(async (tx) => {
          if (!(await tx.has("portfolios", id))) return false;
          const kept = readKept(await tx.get("conversations", id));
          const both = mergeConversations(kept, conversation);
          await tx.put("conversations", { key: id, ...toKept(both) });
          return true;
        });
        if (!isThere) return fail(notFound("portfolio"));
        tell(id);
        return ok(undefined);
      }),
  };
}
