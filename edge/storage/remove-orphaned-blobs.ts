import type { Database } from "../db/open-database.ts";
import { forgetBlob, retireOrphans } from "../db/rows/blob-rows.ts";
import type { Bucket } from "./blobs.ts";

/**
 * Removes contents that nothing names and nobody has asked for since `before` (R5.8), at most `most` at
 * a call. Stopped at any point it loses nothing and leaves nothing: a retired blob is found again.
 * @returns how many went
 */
export async function removeOrphanedBlobs(input: {
  readonly database: Database;
  readonly bucket: Pick<Bucket, "delete">;
  readonly before: Date;
  readonly most: number;
}): Promise<number> {
  const retired = await retireOrphans(input.database, input.before, input.most);
  await input.bucket.delete(retired.map(({ objectName }) => objectName));
  for (const blob of retired) await forgetBlob(input.database, blob);
  return retired.length;
}
