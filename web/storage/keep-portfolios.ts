import { fail, ok, type Result } from "../../shared/failure.ts";
import { THEME_PATH, type ProjectFiles } from "../../shared/project.ts";
import { readTheme } from "../../shared/portfolio/read-theme.ts";
import type {
  NewPortfolio,
  PortfolioStorage,
  PortfolioSummary,
  StoredPortfolio,
} from "../../shared/ports/portfolio-storage.ts";
import { decideCommit, type KeyedChange } from "./commit.ts";
import { contentKey } from "./content-key.ts";
import { collectUnused, keyFiles, putContents } from "./keep-files.ts";
import { forgetReading } from "./keep-readings.ts";
import { describeVersion, versionRecord } from "./keep-versions.ts";
import type { Records, Transaction } from "./records.ts";
import type { StorageRoom } from "./storage-room.ts";
import { notFound } from "./storage-failure.ts";

const templateOf = (files: ProjectFiles): string => {
  const theme = readTheme(files);
  return theme.ok ? theme.value.template : "";
};

export const describePortfolio = (record: Records["portfolios"]): StoredPortfolio => ({
  id: record.key,
  name: record.name,
  tree: record.tree,
  headVersionId: record.headVersionId,
  updatedAt: record.updatedAt,
});

async function summarise(
  tx: Transaction,
  { key, name, templateId, createdAt, updatedAt }: Records["portfolios"],
): Promise<PortfolioSummary> {
  const picture = await tx.get("thumbnails", key);
  const thumbnail = picture ? { type: picture.type, content: picture.content } : null;
  return { id: key, name, templateId, createdAt, updatedAt, thumbnail };
}

type Listing = Pick<PortfolioStorage, "list" | "create" | "rename" | "delete" | "readPortfolio">;

/** The portfolios as a list: made, named, removed. */
export function portfolioList(room: StorageRoom): Listing {
  const { attempt, records, now, tell } = room;
  return {
    list: () =>
      attempt(() =>
        records.read(async (tx) => {
          const summaries = await Promise.all(
            (await tx.all("portfolios")).map((record) => summarise(tx, record)),
          );
          return ok(summaries.sort((a, b) => b.updatedAt - a.updatedAt));
        }),
      ),
    create: (input) => attempt(() => createPortfolio(room, input)),
    rename: (id, name) =>
      attempt(async () => {
        const renamed = await records.write(async (tx) => {
          const record = await tx.get("portfolios", id);
          if (record) await tx.put("portfolios", { ...record, name, updatedAt: now() });
          return record !== undefined;
        });
        if (renamed) tell(id);
        return renamed ? ok(undefined) : fail(notFound("portfolio"));
      }),
    delete: (id) =>
      attempt(async () => {
        await records.write((tx) => removePortfolio(tx, id));
        tell(id);
        return ok(undefined);
      }),
    readPortfolio: (id) =>
      attempt(() =>
        records.read(async (tx) => {
          const record = await tx.get("portfolios", id);
          return record ? ok(describePortfolio(record)) : fail(notFound("portfolio"));
        }),
      ),
  };
}

async function createPortfolio(
  { records, now, mintId, mintPortfolioId, tell }: StorageRoom,
  { name, files, source }: NewPortfolio,
): Promise<Result<string>> {
  const [key, headVersionId, at] = [mintPortfolioId(name), mintId(), now()];
  const { tree, contents } = await keyFiles(files);
  const blob = source ? await contentKey(source.bytes) : "";
  const templateId = templateOf(files);
  await records.write(async (tx) => {
    await putContents(tx, contents);
    await tx.put("versions", versionRecord(headVersionId, key, null, tree, at, CREATED));
    const times = { createdAt: at, updatedAt: at };
    await tx.put("portfolios", { key, name, templateId, ...times, tree, headVersionId });
    if (!source) return;
    const { bytes, ...rest } = source;
    await putContents(tx, [[blob, bytes]]);
    await tx.put("sources", { ...rest, key, blob });
  });
  tell(key);
  return ok(key);
}

const CREATED = { label: "Created", kind: "created" } as const;

async function removePortfolio(tx: Transaction, id: string): Promise<void> {
  for (const { key } of await tx.versionsOf(id)) await tx.delete("versions", key);
  for (const { key, portfolioId } of await tx.all("thumbnails")) {
    if (portfolioId === id) await tx.delete("thumbnails", key);
  }
  const source = await tx.get("sources", id);
  await tx.delete("sources", id);
  if (source) await forgetReading(tx, source.blob);
  await tx.delete("conversations", id);
  await tx.delete("portfolios", id);
  await collectUnused(tx);
}

const BY = { tab: "in two tabs", device: "on two devices" } as const;

/** One atomic write of changed files, with compare and swap (`commit.ts`). */
export function commitChanges(room: StorageRoom): PortfolioStorage["commit"] {
  const { attempt, records, now, mintId, tell } = room;
  return (id, changes, base, writer = "tab") =>
    attempt(async () => {
      const keyed: KeyedChange[] = await Promise.all(
        changes.map(async ({ path, content }) => ({
          path,
          content,
          key: content === null ? null : await contentKey(content),
        })),
      );
      const theme = changes.find(({ path }) => path === THEME_PATH)?.content;
      const committed = await records.write(async (tx) => {
        const record = await tx.get("portfolios", id);
        if (!record) return null;
        const { tree, conflicts, losing } = decideCommit(record.tree, base, keyed);
        for (const { key, content } of keyed) {
          if (key !== null && content !== null) await putContents(tx, [[key, content]]);
        }
        const lost = losing
          ? versionRecord(mintId(), id, record.headVersionId, losing, now(), {
              label: `Edited ${BY[writer]}: ${conflicts.join(", ")}`,
              kind: "conflict",
            })
          : null;
        if (lost) await tx.put("versions", lost);
        const themed = theme != null && !conflicts.includes(THEME_PATH);
        const next = {
          ...record,
          tree,
          updatedAt: now(),
          templateId: themed ? templateOf({ [THEME_PATH]: theme }) : record.templateId,
        };
        await tx.put("portfolios", next);
        return {
          portfolio: describePortfolio(next),
          conflicts,
          conflictVersion: lost ? describeVersion(lost) : null,
        };
      });
      if (!committed) return fail(notFound("portfolio"));
      tell(id);
      return ok(committed);
    });
}
