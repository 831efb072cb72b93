import { eq } from "drizzle-orm";
import type { Database } from "../open-database.ts";
import { auditLog, jobs } from "../schema.ts";

/** Notes an act that matters for safety; nothing of a person's content goes in. */
export async function noteAct(
  database: Database,
  entry: { readonly personId: string | null; readonly act: string; readonly requestId: string },
): Promise<void> {
  await database.insert(auditLog).values(entry);
}

/** Gives what an anonymous person began to the account they now have. */
export async function moveWork(database: Database, from: string, to: string): Promise<void> {
  await database.update(jobs).set({ ownerId: to }).where(eq(jobs.ownerId, from));
}
