import { eq } from "drizzle-orm";
import { FEATURES, type Feature } from "../../domain/feature.ts";
import type { Database } from "../open-database.ts";
import { auditLog, featureSwitches } from "../schema.ts";

/** Percentages that an operator switched to while the service runs; what isn't there is as configured. */
export type Switches = Readonly<Partial<Record<Feature, number>>>;

const isFeature = (name: string): name is Feature => FEATURES.some((feature) => feature === name);

/** Every switch; those of features that there are no longer are left out. */
export async function readSwitches(database: Database): Promise<Switches> {
  const rows = await database
    .select({ name: featureSwitches.name, percent: featureSwitches.percent })
    .from(featureSwitches);
  return Object.fromEntries(
    rows.flatMap(({ name, percent }) => (isFeature(name) ? [[name, percent]] : [])),
  );
}

/** Switches a feature to a percentage, or with `null` back to what is configured, and notes that it was done. */
export async function setSwitch(
  database: Database,
  feature: Feature,
  percent: number | null,
  { requestId, now }: { readonly requestId: string; readonly now: Date },
): Promise<void> {
  await database.transaction(async (transaction) => {
    if (percent === null) {
      await transaction.delete(featureSwitches).where(eq(featureSwitches.name, feature));
    } else {
      await transaction
        .insert(featureSwitches)
        .values({ name: feature, percent, updatedAt: now })
        .onConflictDoUpdate({ target: featureSwitches.name, set: { percent, updatedAt: now } });
    }
    const detail = { feature, percent: percent ?? "configured" };
    await transaction
      .insert(auditLog)
      .values({ personId: null, act: "feature-switch", requestId, detail });
  });
}
