/** Less alike than this, two texts say something else: some letters are in all of them. */
const LIKE_FROM = 0.5;

/** Keys that say which entry it is; they weigh more than what entries may share by chance. */
const WEIGHTS: Readonly<Record<string, number>> = {
  name: 3,
  organization: 3,
  institution: 3,
  title: 3,
  language: 3,
  network: 3,
  position: 2,
  studyType: 2,
  area: 2,
  entity: 2,
  username: 2,
};

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/**
 * How far a value of the résumé now is the one that was read, 0 to 1: words by the pairs of letters
 * they share, entries by their fields, of which those that name them weigh most, lists by how many
 * of their items are still there.
 */
export function likeness(read: unknown, now: unknown): number {
  if (typeof read === "string" && typeof now === "string") return likeWords(read, now);
  if (Array.isArray(read) && Array.isArray(now)) return likeLists(read, now);
  if (isRecord(read) && isRecord(now)) return likeEntries(read, now);
  return read === now ? 1 : 0;
}

function likeEntries(
  read: Readonly<Record<string, unknown>>,
  now: Readonly<Record<string, unknown>>,
): number {
  let whole = 0;
  let same = 0;
  for (const [key, value] of Object.entries(read)) {
    const weight = WEIGHTS[key] ?? 1;
    whole += weight;
    if (Object.hasOwn(now, key)) same += weight * likeness(value, now[key]);
  }
  return whole === 0 ? 0 : same / whole;
}

function likeLists(read: readonly unknown[], now: readonly unknown[]): number {
  if (read.length === 0) return now.length === 0 ? 1 : 0;
  const kept = new Set(now.map((item) => JSON.stringify(item)));
  return read.filter((item) => kept.has(JSON.stringify(item))).length / read.length;
}

/** Dice's coefficient over pairs of letters, without regard to case (Dice 1945, Adamson & Boreham 1974). */
function likeWords(a: string, b: string): number {
  if (a === b) return 1;
  const left = pairsOf(a);
  const right = pairsOf(b);
  let shared = 0;
  let total = 0;
  for (const [pair, count] of left) {
    shared += Math.min(count, right.get(pair) ?? 0);
    total += count;
  }
  for (const count of right.values()) total += count;
  const alike = total === 0 ? 0 : (2 * shared) / total;
  return alike < LIKE_FROM ? 0 : alike;
}

function pairsOf(text: string): ReadonlyMap<string, number> {
  const letters = [...text.toLowerCase()];
  const pairs = new Map<string, number>();
  for (let at = 1; at < letters.length; at += 1) {
    const pair = `${letters[at - 1]}${letters[at]}`;
    pairs.set(pair, (pairs.get(pair) ?? 0) + 1);
  }
  return pairs;
}
