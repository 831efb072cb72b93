import { RETENTION } from "../../../../shared/limits.ts";

const DAYS = RETENTION.orphanedBlobMs / 86_400_000;

/**
 * What becomes of a deleted portfolio in the account (R5.8): the server keeps its contents, which another
 * device may still need, for a time. `null` where nobody is signed in: all there was is in this browser.
 */
export const deletionWords = (isSignedIn: boolean): string | null =>
  isSignedIn
    ? `It leaves your account at once; what it held stays there, encrypted, for ${DAYS} days.`
    : null;
