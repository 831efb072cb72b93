import { z } from "zod";
import { readClaim, signClaim } from "./signed-link.ts";

/** Good for one letter to one site. */
const challengeSchema = z.object({
  id: z.string(),
  publicationId: z.string(),
  /** Epoch milliseconds. */
  issuedAt: z.number(),
  expiresAt: z.number(),
});
export type LetterChallenge = z.infer<typeof challengeSchema>;

const CHALLENGES = "letter challenges";

export interface ChallengeOffice {
  sign(challenge: LetterChallenge): Promise<string>;
  /** `null` when it is forged, changed or over. */
  read(token: string, now: number): Promise<LetterChallenge | null>;
}

export const openChallengeOffice = (secret: string): ChallengeOffice => ({
  sign: (challenge) => signClaim(secret, CHALLENGES, challenge),
  read: (token, now) => readClaim(secret, CHALLENGES, challengeSchema, token, now),
});
