/** What can be switched on for a part of the people (R5.5). */
export const FEATURES = ["reading-model", "hosted-sandboxes"] as const;
export type Feature = (typeof FEATURES)[number];

/**
 * Percentages of `reading-model:25,…`. What isn't named is on for everybody; what isn't a number from 0 to
 * 100 counts as 0, so that a slip of the pen opens nothing.
 */
export function readFeatures(setting: string | undefined): Readonly<Record<Feature, number>> {
  const named = new Map(
    (setting ?? "")
      .split(",")
      .filter((part) => part.trim() !== "")
      .map((part) => {
        const [name = "", percent = ""] = part.split(":").map((piece) => piece.trim());
        const isSound = /^\d+(\.\d+)?$/.test(percent) && Number(percent) <= 100;
        return [name, isSound ? Number(percent) : 0] as const;
      }),
  );
  return Object.fromEntries(
    FEATURES.map((feature) => [feature, named.get(feature) ?? 100]),
  ) as Record<Feature, number>;
}

/**
 * Whether a feature is on for a person: always the same answer for the same person and percentage, and
 * more percent turns nobody off. Who isn't known has a feature only where everybody has it.
 */
export function isFeatureOn(feature: Feature, personId: string | null, percent: number): boolean {
  if (percent >= 100) return true;
  return personId !== null && shareOf(`${feature} ${personId}`) < percent;
}

/** An even number from 0 to under 100 of a text: FNV-1a, then MurmurHash3's last step against its unevenness. */
function shareOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  }
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (((hash ^ (hash >>> 16)) >>> 0) / 2 ** 32) * 100;
}
