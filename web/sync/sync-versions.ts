import { MOST_VERSIONS } from "../../shared/api/portfolios.ts";
import { fail, ok, type Failure, type Result } from "../../shared/failure.ts";
import type { Device } from "./device.ts";
import { fetchContents, sendContents } from "./move-contents.ts";
import type { SyncEntry } from "./sync-record.ts";

/** The versions of a portfolio here that the account isn't known to have. */
export async function unsentVersions(
  { storage }: Device,
  id: string,
  entry: SyncEntry,
): Promise<Result<readonly string[]>> {
  const versions = await storage.listVersions(id);
  if (!versions.ok) return versions;
  const there = new Set(entry.versions);
  const unsent = versions.value.filter((version) => !there.has(version.id));
  // Oldest first, so that a parent is there before its child.
  return ok(unsent.toReversed().map((version) => version.id));
}

/** Sends versions, some at a call; gives the entry that remembers them. */
export async function sendVersions(
  device: Device,
  id: string,
  entry: SyncEntry,
): Promise<Result<SyncEntry>> {
  const { storage, account } = device;
  const listed = await storage.listVersions(id);
  if (!listed.ok) return listed;
  const unsent = await unsentVersions(device, id, entry);
  if (!unsent.ok) return unsent;
  let next = entry;
  for (let at = 0; at < unsent.value.length; at += MOST_VERSIONS) {
    const batch = unsent.value.slice(at, at + MOST_VERSIONS);
    const versions = [];
    for (const versionId of batch) {
      const { fileCount: _count, ...version } = listed.value.find((v) => v.id === versionId)!;
      const tree = await storage.readVersionTree(versionId);
      if (!tree.ok) return tree;
      versions.push({ ...version, tree: { ...tree.value } });
    }
    const keys = versions.flatMap(({ tree }) => Object.values(tree));
    const contents = await sendContents(device, keys);
    if (!contents.ok) return contents;
    const written = await account.saveVersions(id, versions);
    if (!written.ok) return written;
    if (written.value.status !== "kept") return fail(GONE_MEANWHILE);
    next = { ...next, versions: [...next.versions, ...batch] };
    await device.remember(id, next);
  }
  return ok(next);
}

/** Fetches versions that other devices made since we last asked; gives the entry that remembers them. */
export async function fetchVersions(
  device: Device,
  id: string,
  entry: SyncEntry,
): Promise<Result<SyncEntry>> {
  const { storage, account } = device;
  let next = entry;
  while (next.versionsUpTo < entry.seen.sequence) {
    const page = await account.listVersions(id, next.versionsUpTo);
    if (!page.ok) return page;
    const known = new Set(next.versions);
    const wanted = page.value.items.filter((version) => !known.has(version.id));
    for (let at = 0; at < wanted.length; at += MOST_VERSIONS) {
      const ids = wanted.slice(at, at + MOST_VERSIONS).map((version) => version.id);
      const versions = await account.readVersions(id, ids);
      if (!versions.ok) return versions;
      const contents = await fetchContents(
        device,
        versions.value.flatMap(({ tree }) => Object.values(tree)),
      );
      if (!contents.ok) return contents;
      const adopted = await storage.adoptVersions(id, versions.value);
      if (!adopted.ok) return adopted;
      next = { ...next, versions: [...next.versions, ...ids] };
    }
    const upTo = page.value.next === null ? entry.seen.sequence : Number(page.value.next);
    next = { ...next, versionsUpTo: upTo };
    await device.remember(id, next);
  }
  return ok(next);
}

const GONE_MEANWHILE: Failure = {
  kind: "unavailable",
  message: "A version’s files weren’t there when it arrived.",
  nextStep: "It is sent again by itself.",
  retryable: true,
};
