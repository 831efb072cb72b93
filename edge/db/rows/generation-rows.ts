import type { Database } from "../open-database.ts";
import { aiGenerations } from "../schema.ts";

export type GenerationRow = typeof aiGenerations.$inferInsert;

/** Writes down what a model was asked and gave. */
export async function addGeneration(database: Database, row: GenerationRow): Promise<void> {
  await database.insert(aiGenerations).values(row);
}
