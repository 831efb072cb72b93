import { VISIT_LIMITS } from "../../shared/limits.ts";
import { addVisits, saltOf, type Visit } from "../db/rows/visit-rows.ts";
import type { Database } from "../db/open-database.ts";
import { dayOf } from "../domain/visit.ts";
import { toBase64Url, utf8 } from "../keys/seal.ts";

/** What is counted, before the visitor is known by a hash. */
export type Sighting = Omit<Visit, "visitor" | "at"> & {
  /** The visitor’s address and browser: hashed with the day’s salt, then forgotten. */
  readonly address: string;
  readonly agent: string;
};

/** What an isolate holds of visits between its requests: nothing in it belongs to a request. */
export interface VisitMemory {
  gathered: Visit[];
  /** Since when a request gathers for all (epoch milliseconds); `null`: none does. */
  gatheringSince: number | null;
  /** The present day’s salt, as a key. */
  salt: { readonly day: string; readonly key: CryptoKey } | null;
  /** How often each visitor of the day was counted. */
  counts: Map<string, number>;
}

export const emptyVisitMemory = (): VisitMemory => ({
  gathered: [],
  gatheringSince: null,
  salt: null,
  counts: new Map(),
});

export interface VisitCounting {
  readonly memory: VisitMemory;
  readonly database: () => Database;
  /** Epoch milliseconds. */
  readonly now: () => number;
  /** Waits while others' visits come. */
  readonly pause: (ms: number) => Promise<void>;
}

/** Visitors that an isolate remembers a day; beyond it begins anew. */
const MOST_REMEMBERED = 20_000;

/**
 * Counts visits, after the answer: they are gathered for a second and written together, so that a page
 * that many look at costs one query a second. What an isolate gathered and lost with its end is lost.
 * @returns which of them count: false for who has been counted as often as anybody may be in a day
 */
export async function countVisits(
  counting: VisitCounting,
  sightings: readonly Sighting[],
): Promise<readonly boolean[]> {
  const { memory, now } = counting;
  const at = now();
  const key = await saltKey(counting, dayOf(at));
  const visits = await Promise.all(
    sightings.map(async ({ address, agent, ...rest }) => {
      const visitor = await hashOf(key, `${rest.publicationId}\0${address}\0${agent}`);
      return { ...rest, visitor, at };
    }),
  );
  const isCounted = visits.map((visit) => mayCount(memory, visit));
  memory.gathered.push(...visits.filter((_, n) => isCounted[n]));
  if (memory.gathered.length === 0 || isGathered(memory, at)) return isCounted;
  memory.gatheringSince = at;
  await write(counting);
  return isCounted;
}

/** Gathered by a request that is still there: one that was ended in between gathers for nobody. */
const isGathered = ({ gatheringSince }: VisitMemory, now: number): boolean =>
  gatheringSince !== null && now - gatheringSince < 10 * VISIT_LIMITS.gatherMs;

/** The first that comes waits for the others and writes for all. */
async function write({ memory, database, pause }: VisitCounting): Promise<void> {
  try {
    await pause(VISIT_LIMITS.gatherMs);
  } finally {
    memory.gatheringSince = null;
  }
  const visits = memory.gathered;
  memory.gathered = [];
  await addVisits(database(), visits);
}

function mayCount(memory: VisitMemory, { kind, visitor }: Visit): boolean {
  if (memory.gathered.length >= VISIT_LIMITS.gathered) return false;
  // That somebody is the owner need be said once a day.
  const name = kind === "own" ? `own ${visitor}` : visitor;
  const most = kind === "own" ? 1 : VISIT_LIMITS.perVisitor;
  const count = memory.counts.get(name) ?? 0;
  if (count >= most) return false;
  if (memory.counts.size >= MOST_REMEMBERED) memory.counts.clear();
  memory.counts.set(name, count + 1);
  return true;
}

async function saltKey({ memory, database }: VisitCounting, day: string): Promise<CryptoKey> {
  if (memory.salt?.day === day) return memory.salt.key;
  const key = await makeKey(database(), day);
  if (memory.salt?.day !== day) memory.counts.clear();
  memory.salt = { day, key };
  return key;
}

async function makeKey(database: Database, day: string): Promise<CryptoKey> {
  const salt = await saltOf(database, day, crypto.getRandomValues(new Uint8Array(32)));
  const algorithm = { name: "HMAC", hash: "SHA-256" };
  return crypto.subtle.importKey("raw", salt as Uint8Array<ArrayBuffer>, algorithm, false, [
    "sign",
  ]);
}

/** Letters of a visitor's hash: 96 bits, more than any site has visitors a day. */
const HASH_LETTERS = 16;

async function hashOf(key: CryptoKey, text: string): Promise<string> {
  const hash = await crypto.subtle.sign("HMAC", key, utf8.encode(text) as Uint8Array<ArrayBuffer>);
  return toBase64Url(new Uint8Array(hash)).slice(0, HASH_LETTERS);
}
