import { ok } from "../../shared/failure.ts";
import type { PortfolioStorage } from "../../shared/ports/portfolio-storage.ts";
import { contentKey } from "./content-key.ts";
import { isGoodReading } from "./reading-age.ts";
import type { Transaction } from "./records.ts";
import type { StorageRoom } from "./storage-room.ts";

/** What was read of a file, by the file's hash, so that it is never read twice (R1.6). */
export function keptReadings({
  attempt,
  records,
  now,
}: StorageRoom): Pick<PortfolioStorage, "findReading" | "keepReading"> {
  return {
    findReading: (content, version) =>
      attempt(async () => {
        const key = await contentKey(content);
        const record = await records.read((tx) => tx.get("readings", key));
        if (!record || !isGoodReading(record, { version, at: now() })) return ok(null);
        return ok({ document: record.document, extraction: record.extraction });
      }),
    keepReading: (content, version, { document, extraction }) =>
      attempt(async () => {
        const key = await contentKey(content);
        const stamp = { version, at: now() };
        await records.write(async (tx) => {
          for (const old of await tx.all("readings")) {
            if (!isGoodReading(old, stamp)) await tx.delete("readings", old.key);
          }
          await tx.put("readings", { key, ...stamp, document, extraction });
        });
        return ok(undefined);
      }),
  };
}

/** Forgets what was read of a CV, chosen as a file or pasted, once no portfolio comes from it. */
export async function forgetReading(tx: Transaction, blob: string): Promise<void> {
  if ((await tx.all("sources")).some((source) => source.blob === blob)) return;
  await tx.delete("readings", blob);
  await tx.delete("readings", blob.replace(/^b-/, "t-"));
}
