import { fail, ok, type Failure } from "../../shared/failure.ts";
import type { FileContent } from "../../shared/project.ts";
import type {
  AdoptedVersion,
  FileTree,
  PortfolioStorage,
} from "../../shared/ports/portfolio-storage.ts";
import { contentKey } from "./content-key.ts";
import { putContents } from "./keep-files.ts";
import { versionRecord } from "./keep-versions.ts";
import type { Transaction } from "./records.ts";
import { notFound } from "./storage-failure.ts";
import type { StorageRoom } from "./storage-room.ts";

type Adopted = Pick<
  PortfolioStorage,
  "readVersionTree" | "readContents" | "keepContents" | "adoptPortfolio" | "adoptVersions"
>;

/** What other devices made, kept as they made it: ids, times and contents. */
export function adoptedWork({ attempt, records, tell }: StorageRoom): Adopted {
  return {
    readVersionTree: (versionId) =>
      attempt(() =>
        records.read(async (tx) => {
          const version = await tx.get("versions", versionId);
          return version ? ok(version.tree) : fail(notFound("version"));
        }),
      ),
    readContents: (keys) =>
      attempt(() =>
        records.read(async (tx) => {
          const found = await Promise.all(
            keys.map(async (key) => [key, (await tx.get("blobs", key))?.content] as const),
          );
          return ok(
            new Map(
              found.filter((entry): entry is [string, FileContent] => entry[1] !== undefined),
            ),
          );
        }),
      ),
    keepContents: (contents) =>
      attempt(async () => {
        const keyed = await Promise.all(
          contents.map(async (content) => [await contentKey(content), content] as const),
        );
        await records.write((tx) => putContents(tx, keyed));
        return ok(undefined);
      }),
    adoptPortfolio: ({ id: key, ...portfolio }) =>
      attempt(async () => {
        const failure = await records.write(async (tx) => {
          if (await tx.has("portfolios", key)) return IS_HERE;
          if (!(await hasContents(tx, portfolio.tree))) return notFound("portfolio");
          await tx.put("portfolios", { key, ...portfolio });
          return null;
        });
        if (failure) return fail(failure);
        tell(key);
        return ok(undefined);
      }),
    adoptVersions: (portfolioId, versions) =>
      attempt(async () => {
        const failure = await records.write((tx) => putVersions(tx, portfolioId, versions));
        if (failure) return fail(failure);
        tell(portfolioId);
        return ok(undefined);
      }),
  };
}

async function putVersions(
  tx: Transaction,
  portfolioId: string,
  versions: readonly AdoptedVersion[],
): Promise<Failure | null> {
  if (!(await tx.has("portfolios", portfolioId))) return notFound("portfolio");
  for (const { tree } of versions) {
    if (!(await hasContents(tx, tree))) return notFound("version");
  }
  for (const { id, parentId, tree, at, label, kind } of versions) {
    if (await tx.has("versions", id)) continue;
    await tx.put("versions", versionRecord(id, portfolioId, parentId, tree, at, { label, kind }));
  }
  return null;
}

async function hasContents(tx: Transaction, tree: FileTree): Promise<boolean> {
  const keys = [...new Set(Object.values(tree))];
  return (await Promise.all(keys.map((key) => tx.has("blobs", key)))).every(Boolean);
}

const IS_HERE: Failure = {
  kind: "conflict",
  message: "This portfolio is here already.",
  nextStep: "Open it.",
  retryable: false,
};
