/**
 * A model of people who work on several devices, offline and online, with connections that are cut: what
 * may never happen is that work is lost, or that devices don't agree in the end.
 */
import { array, boolean, constant, nat, oneof, record, type Arbitrary } from "fast-check";
import { expect } from "vitest";
import { fail, type Failure } from "../../shared/failure.ts";
import type { PortfolioStorage } from "../../shared/ports/portfolio-storage.ts";
import { shownMessages, withChanged, withMessage } from "../../shared/conversation-branches.ts";
import { stamped } from "../../shared/conversation-merge.ts";
import { withLockTurned, type Conversation } from "../../shared/conversation.ts";
import { openMemoryStorage } from "../../web/storage/portfolio-storage.ts";
import type { AccountStorage } from "../../web/sync/account-storage.ts";
import { syncAccount } from "../../web/sync/sync-account.ts";

/** One thing that somebody does on a device. Numbers choose among what is there. */
export type Act =
  | { readonly kind: "create"; readonly device: number }
  | {
      readonly kind: "edit";
      readonly device: number;
      readonly which: number;
      readonly path: number;
    }
  | {
      readonly kind: "remove";
      readonly device: number;
      readonly which: number;
      readonly path: number;
    }
  | { readonly kind: "rename"; readonly device: number; readonly which: number }
  | { readonly kind: "version"; readonly device: number; readonly which: number }
  | { readonly kind: "delete"; readonly device: number; readonly which: number }
  /** Something is said to a site, the last message is changed, a section is locked or set free. */
  | { readonly kind: "say"; readonly device: number; readonly which: number }
  | { readonly kind: "undo"; readonly device: number; readonly which: number }
  | { readonly kind: "lock"; readonly device: number; readonly which: number }
  /** A round; the connection is cut at its n-th call, before or after the call was carried out. */
  | {
      readonly kind: "sync";
      readonly device: number;
      readonly cutAt: number;
      readonly after: boolean;
    };

const DEVICES = 3;
const PATHS = ["a.ts", "b.ts", "c.ts"];

const device = nat({ max: DEVICES - 1 });
const which = nat({ max: 2 });
const path = nat({ max: PATHS.length - 1 });

const act: Arbitrary<Act> = oneof(
  { weight: 2, arbitrary: record({ kind: constant("create"), device }) },
  { weight: 8, arbitrary: record({ kind: constant("edit"), device, which, path }) },
  { weight: 2, arbitrary: record({ kind: constant("remove"), device, which, path }) },
  { weight: 2, arbitrary: record({ kind: constant("rename"), device, which }) },
  { weight: 2, arbitrary: record({ kind: constant("version"), device, which }) },
  { weight: 2, arbitrary: record({ kind: constant("delete"), device, which }) },
  { weight: 5, arbitrary: record({ kind: constant("say"), device, which }) },
  { weight: 2, arbitrary: record({ kind: constant("undo"), device, which }) },
  { weight: 1, arbitrary: record({ kind: constant("lock"), device, which }) },
  {
    weight: 8,
    arbitrary: record({
      kind: constant("sync"),
      device,
      // Most rounds are cut somewhere; the others end.
      cutAt: oneof(nat({ max: 12 }), constant(Infinity)),
      after: boolean(),
    }),
  },
) as Arbitrary<Act>;

/** What people might do. */
export const acts = (most: number) => array(act, { minLength: 3, maxLength: most, size: "max" });

const CUT: Failure = { kind: "unavailable", message: "cut", nextStep: "", retryable: true };

/** The account over a connection that is cut at its n-th call. */
function cutting(account: AccountStorage, cutAt: number, after: boolean): AccountStorage {
  let calls = 0;
  return Object.fromEntries(
    Object.entries(account).map(([name, call]) => [
      name,
      async (...input: never[]) => {
        const isCut = calls++ >= cutAt;
        if (isCut && !after) return fail(CUT);
        const answer = await (call as (...input: never[]) => Promise<unknown>)(...input);
        return isCut ? fail(CUT) : answer;
      },
    ]),
  ) as unknown as AccountStorage;
}

/** Every text that a device has, in files and in versions, by portfolio. */
async function textsOf(storage: PortfolioStorage): Promise<Map<string, Set<string>>> {
  const texts = new Map<string, Set<string>>();
  const list = await storage.list();
  if (!list.ok) throw new Error("list");
  for (const { id } of list.value) {
    const found = new Set<string>();
    const portfolio = await storage.readPortfolio(id);
    const files = portfolio.ok ? await storage.readFiles(portfolio.value.tree) : portfolio;
    if (!files.ok) throw new Error(`The files of ${id} can’t be read.`);
    for (const text of Object.values(files.value)) found.add(String(text));
    const versions = await storage.listVersions(id);
    for (const version of versions.ok ? versions.value : []) {
      const old = await storage.readVersion(version.id);
      if (!old.ok) throw new Error(`Version “${version.label}” of ${id} can’t be read.`);
      for (const text of Object.values(old.value)) found.add(String(text));
    }
    const talk = await storage.readConversation(id);
    for (const { text } of talk.ok ? talk.value.messages : []) found.add(text);
    texts.set(id, found);
  }
  return texts;
}

/** Everything that a person sees on a device, to be compared with another's. */
async function viewOf(storage: PortfolioStorage) {
  const list = await storage.list();
  if (!list.ok) throw new Error("list");
  const views = await Promise.all(
    list.value.map(async ({ id }) => {
      const portfolio = await storage.readPortfolio(id);
      const versions = await storage.listVersions(id);
      const talk = await storage.readConversation(id);
      if (!portfolio.ok || !versions.ok || !talk.ok) throw new Error(id);
      const { name, tree } = portfolio.value;
      const sorted = Object.entries(tree).toSorted(([a], [b]) => (a < b ? -1 : 1));
      const ids = versions.value.map((v) => v.id).toSorted();
      return { id, name, tree: sorted, versions: ids, talk: talk.value };
    }),
  );
  return views.toSorted((a, b) => (a.id < b.id ? -1 : 1));
}

/** Texts that somebody replaced or deleted knowingly: they saw them. */
class Work {
  readonly written = new Map<string, string>();
  readonly settled = new Set<string>();
  count = 0;

  write(portfolioId: string, old: unknown): string {
    if (old !== undefined) this.settled.add(String(old));
    const text = `text ${this.count++}`;
    this.written.set(text, portfolioId);
    return text;
  }
}

async function perform(storage: PortfolioStorage, step: Act, work: Work): Promise<void> {
  if (step.kind === "create") {
    const text = `text ${work.count++}`;
    const created = await storage.create({ name: `Name ${text}`, files: { "a.ts": text } });
    if (created.ok) work.written.set(text, created.value);
    return;
  }
  if (step.kind === "sync") return;
  const list = await storage.list();
  const ids = list.ok ? list.value.map(({ id }) => id).toSorted() : [];
  const id = ids[step.which % Math.max(1, ids.length)];
  if (id === undefined) return;
  const portfolio = await storage.readPortfolio(id);
  if (!portfolio.ok) return;
  const files = await storage.readFiles(portfolio.value.tree);
  if (!files.ok) throw new Error(`The files of ${id} can’t be read.`);
  switch (step.kind) {
    case "edit": {
      const name = PATHS[step.path]!;
      const text = work.write(id, files.value[name]);
      await storage.commit(id, [{ path: name, content: text }], portfolio.value.tree);
      break;
    }
    case "remove": {
      const name = PATHS[step.path]!;
      if (files.value[name] !== undefined) work.settled.add(String(files.value[name]));
      await storage.commit(id, [{ path: name, content: null }], portfolio.value.tree);
      break;
    }
    case "rename":
      await storage.rename(id, `Name ${work.count++}`);
      break;
    case "version": {
      const label = `Version ${work.count++}`;
      await storage.addVersion(id, { label, kind: "manual", files: files.value });
      break;
    }
    case "say":
    case "undo":
    case "lock":
      await talkAbout(storage, id, step, work);
      break;
    case "delete":
      for (const text of (await textsOf(storage)).get(id) ?? []) work.settled.add(text);
      await storage.delete(id);
      break;
  }
}

async function talkAbout(
  storage: PortfolioStorage,
  id: string,
  { kind, device: at }: Act,
  work: Work,
): Promise<void> {
  const read = await storage.readConversation(id);
  if (!read.ok) throw new Error(`The conversation of ${id} can’t be read.`);
  const talk = read.value;
  // Clocks of devices are apart.
  const now = work.count++ + at * 3;
  const save = (next: Conversation) => storage.saveConversation(id, stamped(talk, next, now));
  const last = shownMessages(talk).at(-1);
  if (kind === "lock") {
    await save({ ...talk, locks: withLockTurned(talk.locks, { kind: "section", id: "work" }) });
  } else if (kind === "say") {
    const text = work.write(id, undefined);
    await save(withMessage(talk, { id: text, at: now, from: "person", text }));
  } else if (last) {
    await save(withChanged(talk, last.id, (one) => ({ ...one, isUndone: !one.isUndone })));
  }
}

/** Lets people do this, then brings all devices online until nothing changes, and looks. */
export async function runModel(
  steps: readonly Act[],
  account: AccountStorage,
  personId: string,
): Promise<void> {
  const devices = Array.from({ length: DEVICES }, () => openMemoryStorage());
  const work = new Work();
  for (const step of steps) {
    const storage = devices[step.device]!;
    if (step.kind === "sync") {
      const connection = cutting(account, step.cutAt, step.after);
      await syncAccount({ storage, account: connection, personId });
    } else {
      await perform(storage, step, work);
    }
  }
  // Each device hears of what the others have sent in the rounds before; three are enough to settle.
  for (let round = 0; round < 4; round++) {
    for (const storage of devices) {
      const done = await syncAccount({ storage, account, personId });
      if (!done.ok) throw new Error(`A round failed: ${done.failure.message}`);
      expect([...done.value.stuck.values()]).toEqual([]);
    }
  }
  const [first, ...others] = await Promise.all(devices.map(viewOf));
  for (const other of others) expect(other).toEqual(first);
  const texts = await textsOf(devices[0]!);
  const everywhere = new Set([...texts.values()].flatMap((found) => [...found]));
  const lost = [...work.written.keys()].filter(
    (text) => !work.settled.has(text) && !everywhere.has(text),
  );
  expect(lost).toEqual([]);
}
