import { fail, ok, type Failure, type Result } from "../../shared/failure.ts";
import { LETTER_LIMITS } from "../../shared/limits.ts";
import {
  readLetter,
  type Letter,
  type LetterField,
  type LetterForm,
} from "../../shared/site/letter.ts";
import { beginsWithZeros, proofText } from "../../shared/site/proof-of-work.ts";
import { siteState } from "../../shared/site/publication.ts";
import { addLetter, countLetters } from "../db/rows/letter-rows.ts";
import { sealedNameOf } from "../db/rows/owned-tables.ts";
import type { PublicationRow } from "../db/rows/publication-rows.ts";
import type { Database } from "../db/open-database.ts";
import type { RateDecision } from "../domain/rate-limit.ts";
import type { ChallengeOffice } from "../keys/letter-challenge.ts";
import type { PersonKey } from "../keys/person-key.ts";
import { factsOf } from "../publish/publishing.ts";
import { tooMany } from "../refusals.ts";

/** What taking a letter works with. */
export interface LetterDesk {
  readonly database: () => Database;
  readonly personKey: (personId: string) => Promise<Result<PersonKey>>;
  /** `null` where no key to sign with is configured: then nobody can write. */
  readonly challenges: ChallengeOffice | null;
  /** Takes tokens of the sender’s address. */
  readonly takeRate: (tokens: number) => Promise<RateDecision>;
  readonly newId: () => string;
  /** Epoch milliseconds. */
  readonly now: () => number;
  /** Tells the site’s owner, after the answer. */
  readonly tellOwner: (site: PublicationRow, letter: Letter) => void;
}

export type TakenLetter =
  | { readonly status: "sent" }
  /** Checked, and to be sent again with this challenge: with a proof over it, or after a while. */
  | { readonly status: "challenge"; readonly challenge: string; readonly letter: Letter }
  | {
      readonly status: "wrong";
      readonly problems: Readonly<Partial<Record<LetterField, string>>>;
    };

/** A new challenge for a letter to a site. Fails with `unavailable`. */
export async function giveChallenge(desk: LetterDesk, site: PublicationRow) {
  if (!takesLetters(site, desk.now())) return fail(NO_LETTERS);
  if (desk.challenges === null) return fail(NO_DESK);
  const issuedAt = desk.now();
  const expiresAt = issuedAt + LETTER_LIMITS.challengeMs;
  const claim = { id: desk.newId(), publicationId: site.id, issuedAt, expiresAt };
  return ok(await desk.challenges.sign(claim));
}

/**
 * Takes a letter: looked at, proven, kept sealed under its owner’s key, its owner told. A letter that is
 * sent again with its challenge is the same letter. Fails with `not-found` where the site takes none,
 * `forbidden` for what a program filled in, `invalid` for a proof that proves nothing, `rate-limited`,
 * `quota-exceeded` where the inbox is full.
 */
export async function takeLetter(
  desk: LetterDesk,
  site: PublicationRow,
  form: LetterForm,
): Promise<Result<TakenLetter>> {
  if (!takesLetters(site, desk.now())) return fail(NO_LETTERS);
  if (form.website !== "") return fail(BY_PROGRAM);
  const read = readLetter(form);
  if (!read.ok) return ok({ status: "wrong", problems: read.problems });
  const { letter } = read;
  const claim = await desk.challenges?.read(form.challenge, desk.now());
  if (!claim || claim.publicationId !== site.id) {
    const given = await giveChallenge(desk, site);
    return given.ok ? ok({ status: "challenge", challenge: given.value, letter }) : given;
  }
  const way = await lookAtProof(form, claim.issuedAt, desk.now());
  if (!way.ok) return way;
  const rate = await desk.takeRate(way.value);
  if (!rate.allowed) return fail(tooMany(rate.resetMs));
  const kept = await keepLetter(desk, site, letter, claim.id);
  if (!kept.ok) return kept;
  if (kept.value) desk.tellOwner(site, letter);
  return ok({ status: "sent" });
}

/** Whether a site takes letters now. @param now epoch milliseconds */
export const takesLetters = (site: PublicationRow, now: number): boolean =>
  site.contactForm && siteState(factsOf(site), now) === "live";

/** @returns the tokens that the way it was sent takes: with a proof, or waited for instead */
async function lookAtProof(
  { challenge, answer }: LetterForm,
  issuedAt: number,
  now: number,
): Promise<Result<number>> {
  const { proofBits, proofTokens, plainTokens, plainWaitMs } = LETTER_LIMITS;
  if (answer === "") return now - issuedAt >= plainWaitMs ? ok(plainTokens) : fail(TOO_SOON);
  const text = new TextEncoder().encode(proofText(challenge, answer));
  const hash = new Uint8Array(await crypto.subtle.digest("SHA-256", text));
  return beginsWithZeros(hash, proofBits) ? ok(proofTokens) : fail(NO_PROOF);
}

/** @returns whether it is a new one */
async function keepLetter(
  { database, personKey, newId, now }: LetterDesk,
  site: PublicationRow,
  letter: Letter,
  challenge: string,
): Promise<Result<boolean>> {
  const { kept, recent } = await countLetters(database(), site.id, new Date(now() - HOUR));
  if (kept >= LETTER_LIMITS.kept || recent >= LETTER_LIMITS.perHour) return fail(FULL);
  const key = await personKey(site.ownerId);
  if (!key.ok) return key;
  const id = newId();
  const sealedLetter = await key.value.sealJson(
    letter,
    sealedNameOf("site_messages", "letter", id),
  );
  const createdAt = new Date(now());
  const row = { id, publicationId: site.id, sealedLetter, challenge, createdAt };
  return ok(await addLetter(database(), row));
}

const HOUR = 3_600_000;

const NO_LETTERS: Failure = {
  kind: "not-found",
  message: "This site takes no messages.",
  nextStep: "Look on its page for another way to reach its owner.",
  retryable: false,
};
const NO_DESK: Failure = {
  kind: "unavailable",
  message: "Messages can’t be sent here: no key to sign with is configured.",
  nextStep: "Whoever runs this service sets INTERNAL_KEY.",
  retryable: false,
};
const BY_PROGRAM: Failure = {
  kind: "forbidden",
  message:
    "The message looks as if a program had filled it in: a field that people don’t see isn’t empty.",
  nextStep: "Go back, fill in only name, e-mail address and message, and send it again.",
  retryable: false,
};
const TOO_SOON: Failure = {
  kind: "rate-limited",
  message: "The message isn’t sent yet: that was quicker than a person reads.",
  nextStep: "Wait a few seconds and press Send again.",
  retryable: true,
};
const NO_PROOF: Failure = {
  kind: "invalid",
  message: "The message isn’t sent: its proof of work doesn’t fit.",
  nextStep: "Send it again without one, or with one over the challenge it was given.",
  retryable: false,
};
const FULL: Failure = {
  kind: "quota-exceeded",
  message: "The message isn’t sent: this site has had too many messages.",
  nextStep: "Try again in an hour, or look on its page for another way to reach its owner.",
  retryable: true,
};
