import { api } from "../../shared/api/table.ts";
import { route, type EdgeHono } from "../route.ts";
import { addKeptMessages, readKeptMessages } from "../storage/kept-conversations.ts";

/** What was said about portfolios, as the account keeps it. */
export function addConversationRoutes(app: EdgeHono): void {
  route(app, api.conversation.read, async ({ input, caller, dependencies }) => {
    const keeping = await dependencies.keepingOf(caller);
    if (!keeping.ok) return keeping;
    return readKeptMessages(keeping.value, input.params.portfolioId, input.query.after);
  });

  route(app, api.conversation.add, async ({ input, caller, dependencies }) => {
    const keeping = await dependencies.keepingOf(caller);
    if (!keeping.ok) return keeping;
    return addKeptMessages(keeping.value, input.params.portfolioId, input.body);
  });
}
