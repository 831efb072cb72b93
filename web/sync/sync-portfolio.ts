import type { KeptPortfolio, Written } from "../../shared/api/portfolios.ts";
import { fail, ok, type Failure, type Result } from "../../shared/failure.ts";
import type { FileChange } from "../../shared/project.ts";
import type { StoredPortfolio } from "../../shared/ports/portfolio-storage.ts";
import type { Device } from "./device.ts";
import { fetchContents, sendContents } from "./move-contents.ts";
import { nextStep, sameState, treeChanges, type There } from "./next-step.ts";
import { syncConversation, unsentMessages } from "./sync-conversation.ts";
import { NEW_ENTRY, UNKNOWN_TALK, type State, type SyncEntry } from "./sync-record.ts";
import { fetchVersions, sendVersions, unsentVersions } from "./sync-versions.ts";

/** How often another device may be first before we leave it for the next round. */
const ATTEMPTS = 6;

/** A step that was taken: what is known now, and whether to look again. */
interface Taken {
  readonly entry: SyncEntry;
  readonly isSettled: boolean;
}

/**
 * Brings one portfolio here and in the account to the same state. Each step is remembered as it is taken,
 * so that it can be cut off anywhere and begun again.
 */
export async function syncPortfolio(
  device: Device,
  id: string,
  known: SyncEntry | undefined,
): Promise<Result<void>> {
  let entry = known ?? NEW_ENTRY;
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const taken = await takeStep(device, id, entry);
    if (!taken.ok) return taken;
    entry = taken.value.entry;
    await device.remember(id, entry);
    if (taken.value.isSettled) return syncRest(device, id, entry);
  }
  return fail(BUSY);
}

/** What hangs on a portfolio: its versions and its conversation. */
async function syncRest(device: Device, id: string, entry: SyncEntry): Promise<Result<void>> {
  const here = await readHere(device, id);
  if (!here.ok) return here;
  if (!here.value || !entry.base || entry.base.isDeleted) return ok(undefined);
  const fetched = await fetchVersions(device, id, entry);
  if (!fetched.ok) return fetched;
  const sent = await sendVersions(device, id, fetched.value);
  if (!sent.ok) return sent;
  const talk = await syncConversation(device, id, sent.value);
  return talk.ok ? ok(undefined) : talk;
}

async function takeStep(device: Device, id: string, entry: SyncEntry): Promise<Result<Taken>> {
  const here = await readHere(device, id);
  if (!here.ok) return here;
  const read = await readThere(device, id, entry, here.value !== null);
  if (!read.ok) return read;
  const { there } = read.value;
  const now = read.value.entry;
  const unsent = here.value ? await hasUnsent(device, id, now) : ok(false);
  if (!unsent.ok) return unsent;
  switch (nextStep(here.value, now.base, there, unsent.value)) {
    case "nothing":
      return ok({ entry: there.kind === "deleted" ? buried(now) : now, isSettled: true });
    case "send":
      return send(device, id, here.value!, there.kind === "deleted" ? buried(now) : now);
    case "delete-there":
      return deleteThere(device, id, now);
    case "delete-here": {
      const deleted = await device.storage.delete(id);
      return deleted.ok ? ok({ entry: buried(now), isSettled: true }) : deleted;
    }
    case "adopt":
      return adopt(device, read.value.portfolio!, now);
    case "merge":
      return merge(device, here.value!, read.value.portfolio!, now);
  }
}

/** Whether versions or messages are here that the account isn't known to have. */
async function hasUnsent(device: Device, id: string, entry: SyncEntry): Promise<Result<boolean>> {
  const versions = await unsentVersions(device, id, entry);
  if (!versions.ok || versions.value.length > 0) return versions.ok ? ok(true) : versions;
  const talk = await device.storage.readConversation(id);
  return talk.ok ? ok(unsentMessages(talk.value, entry.talk).length > 0) : talk;
}

/** What is here; `null` where nothing is. */
async function readHere({ storage }: Device, id: string): Promise<Result<StoredPortfolio | null>> {
  const here = await storage.readPortfolio(id);
  if (here.ok) return here;
  return here.failure.kind === "not-found" ? ok(null) : here;
}

interface ReadThere {
  readonly there: There;
  readonly portfolio: KeptPortfolio | null;
  readonly entry: SyncEntry;
}

/**
 * Asks the account only where it is known to have something else than we last saw. What was said there
 * since counts only where the portfolio was deleted here: then it comes back.
 */
async function readThere(
  { account }: Device,
  id: string,
  entry: SyncEntry,
  isHere: boolean,
): Promise<Result<ReadThere>> {
  const unchanged = { there: { kind: "unchanged" }, portfolio: null } as const;
  const isSaidElsewhere = !isHere && entry.seen.conversation > entry.talk.upTo;
  if (entry.seen.revision === (entry.base?.revision ?? 0) && !isSaidElsewhere) {
    return ok({ ...unchanged, entry });
  }
  const read = await account.read(id);
  if (!read.ok) {
    if (read.failure.kind !== "not-found") return read;
    // Deleted so long ago that its tombstone is gone, too.
    const seen = { revision: 0, sequence: entry.seen.sequence, conversation: 0 };
    return ok({ there: { kind: "deleted" }, portfolio: null, entry: { ...entry, seen } });
  }
  const { name, tree, revision, sequence, conversation, isDeleted, life } = read.value;
  // It was deleted and came back: versions that we knew there are gone.
  const forgotten =
    life === entry.life
      ? {}
      : { life, versions: [], versionsUpTo: 0, source: null, talk: UNKNOWN_TALK };
  const next = { ...entry, ...forgotten, seen: { revision, sequence, conversation } };
  if (isDeleted) return ok({ there: { kind: "deleted" }, portfolio: null, entry: next });
  if (entry.pending && sameState(entry.pending, { name, tree })) {
    // What we sent had arrived, though we never heard.
    const base = { name, tree, revision, isDeleted: false };
    return ok({ ...unchanged, entry: { ...next, base, pending: null } });
  }
  return ok({ there: { kind: "changed", name, tree }, portfolio: read.value, entry: next });
}

/** Deleted on both sides. The account has nothing any more of what hung on it. */
const buried = (entry: SyncEntry): SyncEntry => ({
  ...entry,
  base: { name: "", tree: {}, revision: entry.seen.revision, isDeleted: true },
  pending: null,
  versions: [],
  source: null,
  talk: UNKNOWN_TALK,
});

async function send(
  device: Device,
  id: string,
  here: State & Pick<StoredPortfolio, "headVersionId" | "updatedAt">,
  entry: SyncEntry,
): Promise<Result<Taken>> {
  const { account, summaries } = device;
  const state = { name: here.name, tree: { ...here.tree } };
  const before = new Set(Object.values(entry.base?.tree ?? {}));
  const changed = Object.values(state.tree).filter((key) => !before.has(key));
  const contents = await sendContents(device, changed);
  if (!contents.ok) return contents;
  const pending = { ...entry, pending: state };
  await device.remember(id, pending);
  const revision = entry.base?.revision ?? 0;
  const summary = summaries.get(id);
  const input = {
    ...state,
    // An account lists it by its name, which can't be empty.
    name: state.name || "Untitled",
    revision,
    templateId: summary?.templateId ?? "",
    headVersionId: here.headVersionId,
    createdAt: summary?.createdAt ?? here.updatedAt,
    updatedAt: here.updatedAt,
  };
  let written = await account.save(id, input);
  if (written.ok && written.value.status === "contents-missing") {
    const again = await sendContents(device, written.value.keys);
    if (!again.ok) return again;
    written = await account.save(id, input);
  }
  return afterWrite(device, id, pending, written, { ...state, isDeleted: false });
}

async function deleteThere(device: Device, id: string, entry: SyncEntry): Promise<Result<Taken>> {
  const seen = { revision: entry.base!.revision, conversation: entry.talk.upTo };
  const written = await device.account.delete(id, seen);
  if (!written.ok && written.failure.kind === "not-found") {
    return ok({ entry: buried(entry), isSettled: true });
  }
  return afterWrite(device, id, entry, written, { name: "", tree: {}, isDeleted: true });
}

/** What a write came to; where another device was first, the account is asked what it has now. */
async function afterWrite(
  { account }: Device,
  id: string,
  entry: SyncEntry,
  written: Result<Written>,
  state: State & { readonly isDeleted: boolean },
): Promise<Result<Taken>> {
  if (written.ok) {
    if (written.value.status !== "kept") return fail(BUSY);
    const { revision, sequence, life } = written.value;
    const base = { ...state, tree: { ...state.tree }, revision };
    const seen = { ...entry.seen, revision, sequence };
    const next = { ...entry, base, pending: null, life, seen };
    return ok({ entry: state.isDeleted ? buried(next) : next, isSettled: true });
  }
  if (written.failure.kind !== "conflict") return written;
  const read = await account.read(id);
  if (!read.ok && read.failure.kind !== "not-found") return read;
  const now = read.ok ? read.value : { revision: 0, sequence: 0, conversation: 0 };
  const { revision, conversation } = now;
  const sequence = Math.max(now.sequence, entry.seen.sequence);
  const seen = { revision, sequence, conversation };
  // Where the account has nothing at all any more, what it had in common with us is nothing.
  const base = read.ok ? entry.base : null;
  return ok({ entry: { ...entry, base, seen }, isSettled: false });
}

/** A portfolio of another device, new here, or changed there after it was deleted here. */
async function adopt(
  device: Device,
  there: KeptPortfolio,
  entry: SyncEntry,
): Promise<Result<Taken>> {
  const { id, name, templateId, tree, headVersionId, createdAt, updatedAt, revision } = there;
  const contents = await fetchContents(device, Object.values(tree));
  if (!contents.ok) return contents;
  const portfolio = { id, name, templateId, tree, headVersionId, createdAt, updatedAt };
  const adopted = await device.storage.adoptPortfolio(portfolio);
  if (!adopted.ok && adopted.failure.kind !== "conflict") return adopted;
  const base = { name, tree, revision, isDeleted: false };
  // Its versions and messages are asked for from the first: none of them is here.
  const rest = { versions: [], versionsUpTo: 0, talk: UNKNOWN_TALK };
  const next = { ...entry, base, pending: null, ...rest };
  return ok({ entry: next, isSettled: adopted.ok });
}

/**
 * Brings the account's changes in, file by file where ours is still as it was. Where both changed the
 * same file, ours stays and theirs is set aside whole as a version.
 */
async function merge(
  device: Device,
  here: StoredPortfolio,
  there: KeptPortfolio,
  entry: SyncEntry,
): Promise<Result<Taken>> {
  const { storage } = device;
  const before = entry.base && !entry.base.isDeleted ? entry.base : null;
  const changes = treeChanges(before?.tree ?? {}, there.tree);
  const keys = changes.flatMap(({ key }) => (key === null ? [] : [key]));
  const contents = await fetchContents(device, keys);
  if (!contents.ok) return contents;
  const read = await storage.readContents(keys);
  if (!read.ok) return read;
  const files: FileChange[] = changes.map(({ path, key }) => ({
    path,
    content: key === null ? null : read.value.get(key)!,
  }));
  if (files.length > 0) {
    const committed = await storage.commit(here.id, files, before?.tree ?? {}, "device");
    if (!committed.ok) return committed;
  }
  const named = await mergeName(device, here, there.name, before?.name ?? null);
  if (!named.ok) return named;
  const { name, tree, revision } = there;
  const base = { name, tree, revision, isDeleted: false };
  // Look again: what is here now may have to go up.
  return ok({ entry: { ...entry, base, pending: null }, isSettled: false });
}

async function mergeName(
  { storage }: Device,
  here: StoredPortfolio,
  theirs: string,
  before: string | null,
): Promise<Result<void>> {
  if (theirs === here.name || theirs === before) return ok(undefined);
  if (here.name === before) return storage.rename(here.id, theirs);
  const files = await storage.readFiles(here.tree);
  if (!files.ok) return files;
  const label = `Named “${theirs}” on another device`;
  const added = await storage.addVersion(here.id, { label, kind: "conflict", files: files.value });
  return added.ok ? ok(undefined) : added;
}

const BUSY: Failure = {
  kind: "conflict",
  message: "This portfolio is being changed on another device just now.",
  nextStep: "It is saved here and brought together by itself.",
  retryable: true,
};
