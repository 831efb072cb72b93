import { api } from "../../shared/api/table.ts";
import { fail, ok } from "../../shared/failure.ts";
import { LETTER_LIMITS } from "../../shared/limits.ts";
import { parseSlug } from "../../shared/site/slug.ts";
import { markLetter, readInbox, removeLetter } from "../letters/inbox.ts";
import { takeLetter } from "../letters/take-letter.ts";
import { NO_SITE } from "../publish/publications.ts";
import { route, type EdgeHono } from "../route.ts";
import { readPlace } from "./portfolios.ts";

/** Letters through the contact forms of published sites (R6.4). */
export function addLetterRoutes(app: EdgeHono): void {
  route(app, api.letters.send, async ({ input, dependencies, context }) => {
    const slug = parseSlug(input.params.slug);
    const site = slug.ok ? await dependencies.published.bySlug(slug.value) : null;
    if (!site) return fail(NO_SITE);
    const taken = await takeLetter(dependencies.letterDesk(context.req.raw), site, input.body);
    if (!taken.ok) return taken;
    if (taken.value.status === "wrong") {
      const [message = "The message can’t be sent."] = Object.values(taken.value.problems);
      const nextStep = "Change it and send it again.";
      return fail({ kind: "invalid", message, nextStep, retryable: false });
    }
    if (taken.value.status === "sent") return ok({ status: "sent" });
    const { proofBits: bits, plainWaitMs: waitMs } = LETTER_LIMITS;
    return ok({ status: "challenge", challenge: taken.value.challenge, bits, waitMs });
  });

  route(app, api.letters.list, async ({ input, caller, dependencies }) => {
    const keeping = await dependencies.keepingOf(caller);
    if (!keeping.ok) return keeping;
    const { publicationId = null, folder, after } = input.query;
    const place = readPlace(after);
    const isArchived = folder === "archive";
    const from = place && { at: place.updatedAt, id: place.id };
    return ok(await readInbox(keeping.value, { publicationId, isArchived, after: from }));
  });

  route(app, api.letters.change, async ({ input, caller, dependencies }) => {
    const keeping = await dependencies.keepingOf(caller);
    return keeping.ok ? markLetter(keeping.value, input.params.letterId, input.body) : keeping;
  });

  route(app, api.letters.delete, async ({ input, caller, dependencies }) => {
    const keeping = await dependencies.keepingOf(caller);
    if (!keeping.ok) return keeping;
    const removed = await removeLetter(keeping.value, input.params.letterId);
    return removed.ok ? ok({ deleted: true as const }) : removed;
  });
}
