import type { Failure } from "../../shared/failure.ts";

/** Better-auth's codes for a way back from another service without a session, in our words. */
const WORDS: Readonly<Record<string, readonly [message: string, nextStep: string]>> = {
  access_denied: ["You didn’t agree over there.", "Try again, or sign in another way."],
  account_not_linked: [
    "There is an account with that e-mail address already.",
    "Sign in the way it was made: with its password, a passkey or the other service.",
  ],
  email_not_found: [
    "That service told us no e-mail address.",
    "Give your account there one, or sign in with an e-mail address here.",
  ],
  state_mismatch: ["That took too long, or began in another window.", "Try again from here."],
  state_not_found: ["That took too long, or began in another window.", "Try again from here."],
  account_already_linked_to_different_user: [
    "That account over there opens another account here.",
    "Sign in with it, and remove it there first.",
  ],
  unable_to_link_account: [
    "That service hasn’t verified your e-mail address.",
    "Verify it over there, then try again.",
  ],
  timed_out: [
    "That service didn’t answer.",
    "Try again in a moment, or sign in another way; what you made is safe in your browser.",
  ],
  please_restart_the_process: ["That took too long.", "Try again from here."],
};

/**
 * Why somebody came back from another service without what they went for: signed in, or linked.
 * @param search of the document's address, with `?error=…`; `null` where there is none
 */
export function serviceFailure(search: string): Failure | null {
  const code = new URLSearchParams(search).get("error");
  if (!code) return null;
  const [message, nextStep] = WORDS[code] ?? [
    "That service couldn’t be asked who you are.",
    "Try again in a moment, or sign in another way; what you made is safe in your browser.",
  ];
  return { kind: "unauthenticated", message, nextStep, detail: code, retryable: true };
}
