import { fail, ok } from "../../shared/failure.ts";
import type { PortfolioStorage } from "../../shared/ports/portfolio-storage.ts";
import { contentKey } from "./content-key.ts";
import { putContents } from "./keep-files.ts";
import type { Transaction } from "./records.ts";
import { notFound } from "./storage-failure.ts";
import type { StorageRoom } from "./storage-room.ts";

type Sources = Pick<
  PortfolioStorage,
  "readSource" | "saveSource" | "saveThumbnail" | "readThumbnail" | "readSetting" | "writeSetting"
>;

/** The CV that a portfolio came from, pictures, and small settings. */
export function sourcesAndPictures({ attempt, records, tell }: StorageRoom): Sources {
  return {
    readSource: (id) =>
      attempt(() =>
        records.read(async (tx) => {
          const record = await tx.get("sources", id);
          const bytes = record && (await tx.get("blobs", record.blob))?.content;
          if (!record || !(bytes instanceof Uint8Array)) return ok(null);
          const { name, document, extraction } = record;
          return ok({ name, bytes, document, extraction });
        }),
      ),
    saveSource: (id, { bytes, ...rest }) =>
      attempt(async () => {
        const blob = await contentKey(bytes);
        await records.write(async (tx) => {
          await putContents(tx, [[blob, bytes]]);
          await tx.put("sources", { ...rest, key: id, blob });
        });
        return ok(undefined);
      }),
    saveThumbnail: (key, { type, content }) =>
      attempt(async () => {
        const portfolioId = await records.write(async (tx) => {
          const portfolioId = await ownerOf(tx, key);
          if (portfolioId) await tx.put("thumbnails", { key, portfolioId, type, content });
          return portfolioId;
        });
        if (!portfolioId) return fail(notFound("portfolio"));
        tell(portfolioId);
        return ok(undefined);
      }),
    readThumbnail: (key) =>
      attempt(() =>
        records.read(async (tx) => {
          const record = await tx.get("thumbnails", key);
          return ok(record ? { type: record.type, content: record.content } : null);
        }),
      ),
    readSetting: (key) =>
      attempt(() => records.read(async (tx) => ok((await tx.get("settings", key))?.value ?? null))),
    writeSetting: (key, value) =>
      attempt(async () => {
        await records.write((tx) => tx.put("settings", { key, value }));
        return ok(undefined);
      }),
  };
}

/** The portfolio that a portfolio or version id belongs to. */
async function ownerOf(tx: Transaction, key: string): Promise<string | null> {
  if (await tx.has("portfolios", key)) return key;
  return (await tx.get("versions", key))?.portfolioId ?? null;
}
