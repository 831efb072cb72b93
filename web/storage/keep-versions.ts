import { fail, ok } from "../../shared/failure.ts";
import type {
  FileTree,
  NewVersion,
  PortfolioStorage,
  Version,
} from "../../shared/ports/portfolio-storage.ts";
import { keyFiles, putContents, readTree, type KeyedFiles } from "./keep-files.ts";
import type { Records, Transaction } from "./records.ts";
import { notFound } from "./storage-failure.ts";
import type { StorageRoom } from "./storage-room.ts";

export const versionRecord = (
  key: string,
  portfolioId: string,
  parentId: string | null,
  tree: FileTree,
  at: number,
  { label, kind }: Pick<NewVersion, "label" | "kind">,
): Records["versions"] => ({ key, portfolioId, parentId, label, kind, at, tree });

export const describeVersion = (record: Records["versions"]): Version => ({
  id: record.key,
  parentId: record.parentId,
  label: record.label,
  kind: record.kind,
  at: record.at,
  fileCount: Object.keys(record.tree).length,
});

function sameTree(one: FileTree, other: FileTree): boolean {
  const paths = Object.keys(one);
  return (
    paths.length === Object.keys(other).length && paths.every((path) => one[path] === other[path])
  );
}

type Versions = Pick<
  PortfolioStorage,
  "addVersion" | "listVersions" | "readVersion" | "readFiles" | "duplicate"
>;

/** The history of each portfolio: added to, read, branched; never rewritten. */
export function versionHistory(room: StorageRoom): Versions {
  const { attempt, records, tell } = room;
  return {
    addVersion: (id, input) =>
      attempt(async () => {
        const keyed = await keyFiles(input.files);
        const added = await records.write((tx) => addVersion(tx, room, id, input, keyed));
        if (added === "missing") return fail(notFound("portfolio"));
        if (added) tell(id);
        return ok(added);
      }),
    listVersions: (id) =>
      attempt(() =>
        records.read(async (tx) => {
          const versions = (await tx.versionsOf(id)).map(describeVersion);
          return ok(versions.sort((a, b) => b.at - a.at));
        }),
      ),
    readVersion: (versionId) =>
      attempt(() =>
        records.read(async (tx) => {
          const version = await tx.get("versions", versionId);
          const files = version && (await readTree(tx, version.tree));
          return files ? ok(files) : fail(notFound("version"));
        }),
      ),
    readFiles: (tree) =>
      attempt(() =>
        records.read(async (tx) => {
          const files = await readTree(tx, tree);
          return files ? ok(files) : fail(notFound("portfolio"));
        }),
      ),
    duplicate: (id, name, versionId) =>
      attempt(async () => {
        const copy = await records.write((tx) => duplicate(tx, room, id, name, versionId));
        if (copy === null) return fail(notFound(versionId ? "version" : "portfolio"));
        tell(copy);
        return ok(copy);
      }),
  };
}

async function addVersion(
  tx: Transaction,
  { now, mintId }: StorageRoom,
  id: string,
  input: NewVersion,
  { tree, contents }: KeyedFiles,
): Promise<Version | null | "missing"> {
  const portfolio = await tx.get("portfolios", id);
  if (!portfolio) return "missing";
  const head = await tx.get("versions", portfolio.headVersionId);
  if (input.kind === "auto" && head && sameTree(head.tree, tree)) return null;
  // Two versions of one millisecond still have an order.
  const at = Math.max(now(), (head?.at ?? 0) + 1);
  const record = versionRecord(mintId(), id, head?.key ?? null, tree, at, input);
  await putContents(tx, contents);
  await tx.put("versions", record);
  await tx.put("portfolios", { ...portfolio, headVersionId: record.key });
  return describeVersion(record);
}

async function duplicate(
  tx: Transaction,
  { now, mintId, mintPortfolioId }: StorageRoom,
  id: string,
  name: string,
  versionId?: string,
): Promise<string | null> {
  const original = await tx.get("portfolios", id);
  const version = versionId === undefined ? null : await tx.get("versions", versionId);
  if (!original || version === undefined) return null;
  const [key, first, at] = [mintPortfolioId(name), mintId(), now()];
  const tree = version?.tree ?? original.tree;
  const label = version
    ? `From “${version.label}” of ${original.name}`
    : `Copy of ${original.name}`;
  await tx.put("versions", versionRecord(first, key, null, tree, at, { label, kind: "created" }));
  await tx.put("portfolios", {
    ...original,
    key,
    name,
    tree,
    createdAt: at,
    updatedAt: at,
    headVersionId: first,
  });
  const source = await tx.get("sources", id);
  if (source) await tx.put("sources", { ...source, key });
  const picture = await tx.get("thumbnails", id);
  if (picture) await tx.put("thumbnails", { ...picture, key, portfolioId: key });
  return key;
}
