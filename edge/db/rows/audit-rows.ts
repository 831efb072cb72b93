import type { Database } from "../open-database.ts";
import { auditLog } from "../schema.ts";

export interface NotedAct {
  /** Who did it; `null` where nobody is known: a wrong password, the operator, who has been deleted. */
  readonly personId: string | null;
  readonly act: string;
  readonly requestId: string | null;
  /** Nothing of a person's content. */
  readonly detail?: Readonly<Record<string, string | number>>;
}

/** Notes an act that matters for safety. */
export async function noteAct(database: Database, entry: NotedAct): Promise<void> {
  await database.insert(auditLog).values(entry);
}
