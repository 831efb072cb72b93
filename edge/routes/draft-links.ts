import { api } from "../../shared/api/table.ts";
import { fail, ok, type Failure } from "../../shared/failure.ts";
import { TIER_LIMITS } from "../../shared/limits.ts";
import { addressOf } from "../address.ts";
import { sendFiles } from "../publish/builds.ts";
import {
  beginDraft,
  listDraftLinks,
  openDraft,
  revokeDraft,
  showDraft,
} from "../publish/drafts.ts";
import { filesOfForm } from "../publish/files-of-form.ts";
import { route, type EdgeHono } from "../route.ts";
import { notePublishing, publishingOf } from "./publishing-call.ts";

/** Drafts shown by a link, for which nobody needs an account (R6.6). */
export function addDraftLinkRoutes(app: EdgeHono): void {
  route(app, api.draftLinks.list, async ({ input, caller, dependencies, context }) => {
    // Who has no session has no links.
    const lastsMs = TIER_LIMITS[caller?.tier ?? "anonymous"].draftLinkMs;
    if (caller === null) return ok({ items: [], lastsMs });
    const publishing = await dependencies.publishingOf(caller, context.req.raw);
    if (!publishing.ok) return publishing;
    const items = await listDraftLinks(publishing.value, input.query.portfolioId);
    return ok({ items, lastsMs });
  });

  route(app, api.draftLinks.create, async (call) => {
    const publishing = await publishingOf(call);
    if (!publishing.ok) return publishing;
    const { caller, dependencies, context, input } = call;
    const { portfolioId } = input.body;
    const [there] = await listDraftLinks(publishing.value, portfolioId);
    if (there) return ok(there);
    const quota = dependencies.quotaOf({ ...caller, address: addressOf(context.req.raw) });
    const act = { id: dependencies.newId(), amount: 1 };
    const held = await quota.reserve("draft-links", { ...act, tier: caller.tier });
    if (!held.allowed) return fail(ENOUGH_TODAY);
    const chance = crypto.getRandomValues(new Uint8Array(32));
    const made = await openDraft(publishing.value, { portfolioId, chance });
    if (!made.ok) {
      await quota.release("draft-links", act.id);
      return made;
    }
    await quota.settle("draft-links", act);
    return made;
  });

  addDraftContents(app);

  route(app, api.draftLinks.revoke, async (call) => {
    const publishing = await publishingOf(call);
    if (!publishing.ok) return publishing;
    const { draftId } = call.input.params;
    const done = await revokeDraft(publishing.value, draftId);
    if (!done.ok) return done;
    await notePublishing(call, "draft-revoke", { draft: draftId });
    return ok({ revoked: true as const });
  });
}

function addDraftContents(app: EdgeHono): void {
  route(app, api.draftLinks.beginBuild, async (call) => {
    const publishing = await publishingOf(call);
    const { draftId } = call.input.params;
    return publishing.ok ? beginDraft(publishing.value, draftId, call.input.body) : publishing;
  });

  route(app, api.draftLinks.sendFiles, async (call) => {
    const publishing = await publishingOf(call);
    if (!publishing.ok) return publishing;
    const { draftId: publicationId, buildId } = call.input.params;
    const files = await filesOfForm(call.input.body);
    const sent = await sendFiles(publishing.value, { publicationId, buildId }, files);
    return sent.ok ? ok({ kept: files.length }) : sent;
  });

  route(app, api.draftLinks.point, async (call) => {
    const publishing = await publishingOf(call);
    if (!publishing.ok) return publishing;
    const { draftId } = call.input.params;
    const shown = await showDraft(publishing.value, draftId, call.input.body.buildId);
    if (!shown.ok || shown.value.status !== "live") return shown;
    await notePublishing(call, "draft-share", { draft: draftId });
    call.dependencies.afterAnswer(call.dependencies.published.removeUnused(call.caller.personId));
    return shown;
  });
}

const ENOUGH_TODAY: Failure = {
  kind: "quota-exceeded",
  message: "As many new links to drafts were made today as may be.",
  nextStep: "Come back tomorrow, or update a link that you have.",
  retryable: false,
};
