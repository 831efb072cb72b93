import type { Database } from "../open-database.ts";
import { auditLog } from "../schema.ts";

/** Notes an act that matters for safety; nothing of a person's content goes in. */
export async function noteAct(
  database: Database,
  entry: { readonly personId: string | null; readonly act: string; readonly requestId: string },
): Promise<void> {
  await database.insert(auditLog).values(entry);
}
