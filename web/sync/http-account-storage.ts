import { conversation } from "../../shared/api/conversation.ts";
import { portfolios as api } from "../../shared/api/portfolios.ts";
import { fail, ok, type Result } from "../../shared/failure.ts";
import type { ApiClient } from "../api/open-client.ts";
import { notReached } from "../api/send-request.ts";
import type { AccountStorage } from "./account-storage.ts";

/** Contents are megabytes, on a slow line too: so long a call of them may take, in milliseconds. */
const CONTENTS_PATIENCE = { timeoutMs: 120_000 };

/** The account over the API. */
export function httpAccountStorage(client: ApiClient): AccountStorage {
  const of = (portfolioId: string) => ({ params: { portfolioId } });
  return {
    changes: (after) => client.call(api.changes, { query: { after } }),
    read: (id) => client.call(api.read, of(id)),
    save: (id, body) => client.call(api.save, { ...of(id), body }),
    delete: (id, seen) => client.call(api.delete, { ...of(id), query: { ...seen } }),
    listVersions: (id, after) => client.call(api.listVersions, { ...of(id), query: { after } }),
    readVersions: async (id, ids) => {
      const answer = await client.call(api.readVersions, { ...of(id), body: { ids: [...ids] } });
      return answer.ok ? ok(answer.value.items) : answer;
    },
    saveVersions: (id, versions) =>
      client.call(api.saveVersions, { ...of(id), body: { versions: [...versions] } }),
    readMessages: (id, after) => client.call(conversation.read, { ...of(id), query: { after } }),
    addMessages: (id, body) =>
      client.call(conversation.add, { ...of(id), body }, CONTENTS_PATIENCE),
    missingContents: async (keys) => {
      const answer = await client.call(api.missingContents, { body: { keys: [...keys] } });
      return answer.ok ? ok(answer.value.keys) : answer;
    },
    sendContents: async (contents) => {
      const body = new FormData();
      for (const [key, bytes] of contents) {
        body.append(key, new Blob([bytes as Uint8Array<ArrayBuffer>]), key);
      }
      const answer = await client.call(api.sendContents, { body } as never, CONTENTS_PATIENCE);
      return answer.ok ? ok(undefined) : answer;
    },
    readContents: async (keys) => {
      const input = { body: { keys: [...keys] } };
      const answer = await client.ask(api.readContents, input, CONTENTS_PATIENCE);
      return answer.ok ? readForm(answer.value) : answer;
    },
    readSource: (id) => client.call(api.readSource, of(id)),
    saveSource: (id, source) =>
      client.call(api.saveSource, { ...of(id), body: { ...source, consent: true } }),
    deleteSource: async (id) => {
      const answer = await client.call(api.deleteSource, of(id));
      return answer.ok ? ok(undefined) : answer;
    },
  };
}

async function readForm(answer: Response): Promise<Result<ReadonlyMap<string, Uint8Array>>> {
  const found = new Map<string, Uint8Array>();
  try {
    for (const [key, file] of await answer.formData()) {
      if (typeof file !== "string") found.set(key, new Uint8Array(await file.arrayBuffer()));
    }
    return ok(found);
  } catch (error) {
    // An answer without a single file is no form at all.
    return answer.headers.get("content-length") === "0"
      ? ok(found)
      : fail(notReached(String(error)));
  }
}
