import { laterOf, mergePlaces } from "../../shared/conversation-merge.ts";
import { NO_PLACE, type ConversationPlace, type Message } from "../../shared/conversation.ts";
import type { KeptPortfolio, KeptVersion, Written } from "../../shared/api/portfolios.ts";
import { fail, ok, type Failure, type Result } from "../../shared/failure.ts";
import type { AccountStorage } from "../../web/sync/account-storage.ts";

const failure = (kind: Failure["kind"]): Failure => ({
  kind,
  message: kind,
  nextStep: "",
  retryable: true,
});

interface Talk {
  readonly said: ReadonlyMap<string, { readonly message: Message; readonly sequence: number }>;
  readonly place: ConversationPlace;
}
const NEW_TALK: Talk = { said: new Map(), place: NO_PLACE };

/** An account in memory that keeps the rules of the real one (`edge/storage/`), for many fast runs. */
export function memoryAccount(pageSize = 2): AccountStorage {
  const portfolios = new Map<string, KeptPortfolio>();
  const versions = new Map<string, Map<string, KeptVersion>>();
  const talks = new Map<string, Talk>();
  const contents = new Map<string, Uint8Array>();
  let sequence = 0;

  const missingIn = (trees: readonly Record<string, string>[]) => [
    ...new Set(trees.flatMap((tree) => Object.values(tree)).filter((key) => !contents.has(key))),
  ];
  const kept = (id: string): Result<Written> => {
    const { revision, life } = portfolios.get(id)!;
    return ok({ status: "kept", revision, sequence, life });
  };
  const page = <T extends { sequence: number }>(all: Iterable<T>, after: number) => {
    const later = [...all].filter((item) => item.sequence > after);
    const items = later.sort((a, b) => a.sequence - b.sequence).slice(0, pageSize);
    const next = later.length > pageSize ? String(items.at(-1)!.sequence) : null;
    return { ok: true, value: { items, next } } as const;
  };
  return {
    changes: async (after) => page(portfolios.values(), after),
    read: async (id) => {
      const there = portfolios.get(id);
      return there ? ok(there) : fail(failure("not-found"));
    },
    save: async (id, state) => {
      if ((portfolios.get(id)?.revision ?? 0) !== state.revision) return fail(failure("conflict"));
      const keys = missingIn([state.tree]);
      if (keys.length > 0) return ok({ status: "contents-missing", keys });
      sequence++;
      const fileCount = Object.keys(state.tree).length;
      const revision = state.revision + 1;
      const there = portfolios.get(id);
      const life = there && !there.isDeleted ? there.life : sequence;
      const conversation = there && !there.isDeleted ? there.conversation : 0;
      const counts = { revision, sequence, life, conversation, fileCount };
      portfolios.set(id, { ...state, id, ...counts, isDeleted: false });
      return kept(id);
    },
    delete: async (id, { revision, conversation }) => {
      const there = portfolios.get(id);
      if (!there) return fail(failure("not-found"));
      const isSeen = there.revision === revision && there.conversation <= conversation;
      if (!isSeen) return fail(failure("conflict"));
      sequence++;
      versions.delete(id);
      talks.delete(id);
      portfolios.set(id, {
        ...there,
        name: "",
        tree: {},
        headVersionId: "",
        revision: revision + 1,
        sequence,
        conversation: 0,
        isDeleted: true,
      });
      return kept(id);
    },
    listVersions: async (id, after) => page(versions.get(id)?.values() ?? [], after),
    readVersions: async (id, ids) => {
      const there = versions.get(id);
      return ok(ids.flatMap((versionId) => there?.get(versionId) ?? []));
    },
    saveVersions: async (id, added) => {
      const there = portfolios.get(id);
      if (!there || there.isDeleted) return fail(failure("not-found"));
      const keys = missingIn(added.map(({ tree }) => tree));
      if (keys.length > 0) return ok({ status: "contents-missing", keys });
      const all = versions.get(id) ?? new Map<string, KeptVersion>();
      versions.set(id, all);
      for (const version of added) {
        if (all.has(version.id)) continue;
        sequence++;
        all.set(version.id, { ...version, sequence, fileCount: Object.keys(version.tree).length });
        portfolios.set(id, { ...there, sequence });
      }
      return kept(id);
    },
    readMessages: async (id, after) => {
      const { said, place } = talks.get(id) ?? NEW_TALK;
      const { items, next } = page(said.values(), after).value;
      const changes = portfolios.get(id)?.conversation ?? 0;
      return ok({ items: items.map(({ message }) => message), next, changes, place });
    },
    addMessages: async (id, { messages, place }) => {
      const there = portfolios.get(id);
      if (!there || there.isDeleted) return fail(failure("not-found"));
      const before = there.conversation;
      let changes = before + 1;
      const talk = talks.get(id) ?? NEW_TALK;
      const said = new Map(talk.said);
      for (const message of messages) {
        const known = said.get(message.id);
        if (known && laterOf(known.message, message) === known.message) continue;
        said.set(message.id, { message, sequence: changes++ });
      }
      talks.set(id, { said, place: place ? mergePlaces(talk.place, place) : talk.place });
      sequence++;
      portfolios.set(id, { ...there, sequence, conversation: changes });
      return ok({ before, changes });
    },
    missingContents: async (keys) => ok(keys.filter((key) => !contents.has(key))),
    sendContents: async (sent) => {
      for (const [key, bytes] of sent) contents.set(key, bytes);
      return ok(undefined);
    },
    readContents: async (keys) =>
      ok(
        new Map(
          keys
            .slice(0, pageSize)
            .flatMap((key) => (contents.has(key) ? [[key, contents.get(key)!] as const] : [])),
        ),
      ),
    readSource: async () => fail(failure("not-found")),
    saveSource: async (id) => kept(id),
    deleteSource: async () => ok(undefined),
  };
}
