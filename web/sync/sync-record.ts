import { z } from "zod";
import { ok, type Result } from "../../shared/failure.ts";
import type { FileTree, PortfolioStorage } from "../../shared/ports/portfolio-storage.ts";

const stateSchema = z.object({ name: z.string(), tree: z.record(z.string(), z.string()) });

/** What of a portfolio is compared: its name and its files. */
export interface State {
  readonly name: string;
  readonly tree: FileTree;
}

/** What is known of a portfolio's conversation in the account. */
const talkSchema = z.object({
  /** How many of its changes were fetched. */
  upTo: z.number(),
  /** When each message that the account has became what it is there. */
  stamps: z.record(z.string(), z.number()),
  headAt: z.number(),
  locksAt: z.number(),
});
export type KnownTalk = z.infer<typeof talkSchema>;
export const UNKNOWN_TALK: KnownTalk = { upTo: 0, stamps: {}, headAt: 0, locksAt: 0 };

const entrySchema = z.object({
  /** The last that the account is known to have. */
  seen: z.object({
    revision: z.number(),
    sequence: z.number(),
    conversation: z.number().default(0),
  }),
  talk: talkSchema.default(UNKNOWN_TALK),
  /** The last state that this device and the account had in common. */
  base: stateSchema.extend({ revision: z.number(), isDeleted: z.boolean() }).nullable(),
  /** A state that was sent, and maybe arrived: the answer never came. */
  pending: stateSchema.nullable(),
  /** Of which life of the portfolio the following is known. */
  life: z.number(),
  /** Versions that the account has, and the change number up to which it was asked for them. */
  versions: z.array(z.string()),
  versionsUpTo: z.number(),
  /** The key of the CV that the account keeps. */
  source: z.string().nullable(),
});
export type SyncEntry = z.infer<typeof entrySchema>;

const recordSchema = z.object({
  /** The account's changes are known up to this number. */
  cursor: z.number(),
  portfolios: z.record(z.string(), entrySchema),
});
/** What a device remembers of an account. Losing it loses no work: states are compared anew. */
export type SyncRecord = z.infer<typeof recordSchema>;

const keyOf = (personId: string) => `sync ${personId}`;
const PEOPLE = "sync people";

export const NEW_ENTRY: SyncEntry = {
  seen: { revision: 0, sequence: 0, conversation: 0 },
  talk: UNKNOWN_TALK,
  base: null,
  pending: null,
  life: 0,
  versions: [],
  versionsUpTo: 0,
  source: null,
};

/** Reads what this device remembers of a person's account; an empty record where there is none. */
export async function readRecord(
  storage: PortfolioStorage,
  personId: string,
): Promise<Result<SyncRecord>> {
  const read = await storage.readSetting(keyOf(personId));
  if (!read.ok) return read;
  const parsed = recordSchema.safeParse(read.value);
  return ok(parsed.success ? parsed.data : { cursor: 0, portfolios: {} });
}

export const writeRecord = (storage: PortfolioStorage, personId: string, record: SyncRecord) =>
  storage.writeSetting(keyOf(personId), record);

const readPeople = async (storage: PortfolioStorage): Promise<string[]> => {
  const read = await storage.readSetting(PEOPLE);
  const parsed = z.array(z.string()).safeParse(read.ok ? read.value : null);
  return parsed.success ? parsed.data : [];
};

/**
 * Portfolios of this browser that belong to other people's accounts: they are never sent to this one.
 * Notes this person.
 */
export async function portfoliosOfOthers(
  storage: PortfolioStorage,
  personId: string,
): Promise<ReadonlySet<string>> {
  const people = await readPeople(storage);
  if (!people.includes(personId)) await storage.writeSetting(PEOPLE, [...people, personId]);
  const ids = new Set<string>();
  for (const other of people.filter((id) => id !== personId)) {
    const record = await readRecord(storage, other);
    if (!record.ok) continue;
    for (const [id, { base }] of Object.entries(record.value.portfolios)) {
      if (base && !base.isDeleted) ids.add(id);
    }
  }
  return ids;
}

/** The account is gone (deleted): its portfolios are this browser's alone again. */
export async function forgetAccount(storage: PortfolioStorage, personId: string): Promise<void> {
  await storage.writeSetting(keyOf(personId), null);
  const people = await readPeople(storage);
  await storage.writeSetting(
    PEOPLE,
    people.filter((id) => id !== personId),
  );
}
