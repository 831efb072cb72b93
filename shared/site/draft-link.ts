import { TIER_LIMITS, type Tier } from "../limits.ts";

/** What the address of a draft answers. */
export type DraftState =
  /** Its files are still on their way. */
  | "empty"
  | "live"
  /** Its time is over; its owner may update it. */
  | "expired"
  /** Its owner ended it, for good. */
  | "revoked"
  /** The operator took it down. */
  | "taken-down";

export interface DraftFacts {
  readonly buildId: string | null;
  /** Epoch milliseconds; `null`: it wasn't. */
  readonly unpublishedAt: number | null;
  readonly expiresAt: number | null;
  readonly takenDownAt?: number | null;
}

/** @param now epoch milliseconds */
export function draftState(draft: DraftFacts, now: number): DraftState {
  if (draft.takenDownAt != null) return "taken-down";
  if (draft.unpublishedAt !== null) return "revoked";
  if (draft.expiresAt !== null && draft.expiresAt <= now) return "expired";
  return draft.buildId === null ? "empty" : "live";
}

/** Until when a link works that is updated now, in epoch milliseconds. */
export const draftEnd = (tier: Tier, now: number): number => now + TIER_LIMITS[tier].draftLinkMs;

/** Whether somebody with these links may have one more that works. */
export const mayShowDraft = (tier: Tier, theirs: readonly DraftState[]): boolean =>
  theirs.filter((state) => state === "live" || state === "empty").length <
  TIER_LIMITS[tier].draftLinks;

/** RFC 4648’s letters in lower case: a host’s label knows no capitals. */
const LETTERS = "abcdefghijklmnopqrstuvwxyz234567";
/** 130 bits: more than a UUID has. */
const LENGTH = 26;

/**
 * The name of a draft’s host, which nobody can guess.
 * @param chance 26 random bytes
 */
export const draftSlug = (chance: Uint8Array): string =>
  `draft-${Array.from(chance.subarray(0, LENGTH), (byte) => LETTERS[byte % 32]).join("")}`;
