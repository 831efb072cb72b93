import { draftLinks as api } from "../../../shared/api/draft-links.ts";
import { ok } from "../../../shared/failure.ts";
import type { Sandbox } from "../../../shared/ports/sandbox.ts";
import type { ApiClient } from "../../api/open-client.ts";
import type { OpenProject } from "../../project/open-project.ts";
import type { DraftActs } from "../../publish/publish-acts.ts";
import { draftAt, sendSite } from "../../publish/send-site.ts";
import { noteSharedDraft } from "../shared-drafts.ts";
import { ensurePerson } from "./ensure-person.ts";
import { finishProject } from "./finish-project.ts";

interface Given {
  readonly client: ApiClient;
  readonly project: OpenProject;
  readonly sandbox: () => Sandbox | null;
}

/** Showing the open portfolio by a link, for which nobody needs an account. */
export function draftActs(given: Given): DraftActs {
  const { client, project } = given;
  return {
    look: async () => {
      const listed = await client.call(api.list, { query: { portfolioId: project.id } });
      if (!listed.ok) return listed;
      const { items, lastsMs } = listed.value;
      return ok({ link: items[0] ?? null, lastsMs });
    },
    share: async (hidden, onStep) => {
      onStep("account");
      const person = await ensurePerson(client);
      if (!person.ok) return person;
      const link = await client.call(api.create, { body: { portfolioId: project.id } });
      if (!link.ok) return link;
      noteSharedDraft(project.id, true);
      const finished = await finishProject(given, {
        hidden,
        noIndex: true,
        url: link.value.url,
        isOurs: true,
        // No letters are taken there, and nothing is counted.
        addDesk: async (built) => built,
        onStep,
      });
      if (!finished.ok) return finished;
      const receiver = draftAt(client, link.value.id);
      return sendSite({ receiver, files: finished.value.files, hidden, onStep });
    },
    revoke: async (link) => {
      const revoked = await client.call(api.revoke, { params: { draftId: link.id } });
      if (revoked.ok) noteSharedDraft(project.id, false);
      return revoked;
    },
  };
}

/** Ends what a portfolio shows by a link. */
export async function revokeDraftsOf(portfolioId: string): Promise<void> {
  const { apiClient: client } = await import("../api-client.ts");
  const listed = await client.call(api.list, { query: { portfolioId } });
  for (const { id } of listed.ok ? listed.value.items : []) {
    await client.call(api.revoke, { params: { draftId: id } });
  }
  if (listed.ok) noteSharedDraft(portfolioId, false);
}
