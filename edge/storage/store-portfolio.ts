import { ok, type Result } from "../../shared/failure.ts";
import type { ProjectFiles } from "../../shared/project.ts";
import type { Content } from "./blobs.ts";
import { saveKept, type Keeping } from "./kept-portfolios.ts";
import { saveKeptVersions } from "./kept-versions.ts";

export interface NewPortfolio {
  /** Ids that the caller made: the same ones again store nothing twice. */
  readonly portfolioId: string;
  readonly versionId: string;
  readonly name: string;
  readonly templateId: string;
  readonly files: ProjectFiles;
  readonly at: number;
}

/**
 * Keeps a new portfolio with its first version in a person's account. Called again with the same ids
 * (a job's second try) it does what is still to do. Fails as `Blobs.put` and `saveKept` do.
 */
export async function storePortfolio(keeping: Keeping, made: NewPortfolio): Promise<Result<void>> {
  const { portfolioId, versionId, name, templateId, files, at } = made;
  const contents = new Map<string, Content>();
  const tree: Record<string, string> = {};
  for (const [path, content] of Object.entries(files)) {
    const isText = typeof content === "string";
    const bytes = isText ? new TextEncoder().encode(content) : content;
    const key = `${isText ? "t" : "b"}-${await sha256(bytes)}`;
    tree[path] = key;
    contents.set(key, { key, bytes });
  }
  const put = await keeping.blobs.put([...contents.values()]);
  if (!put.ok) return put;
  const saved = await saveKept(keeping, portfolioId, {
    revision: 0,
    name,
    templateId,
    tree,
    headVersionId: versionId,
    createdAt: at,
    updatedAt: at,
  });
  if (!saved.ok && saved.failure.kind !== "conflict") return saved;
  const version = {
    id: versionId,
    parentId: null,
    label: "Created",
    kind: "created",
    at,
    tree,
  } as const;
  const kept = await saveKeptVersions(keeping, portfolioId, [version]);
  return kept.ok ? ok(undefined) : kept;
}

async function sha256(bytes: Uint8Array): Promise<string> {
  const hash = await crypto.subtle.digest("SHA-256", bytes as Uint8Array<ArrayBuffer>);
  return Array.from(new Uint8Array(hash), (byte) => byte.toString(16).padStart(2, "0")).join("");
}
