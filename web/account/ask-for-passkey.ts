import { fail, ok, type Failure, type Result } from "../../shared/failure.ts";

/** Whether this browser can make and use passkeys by WebAuthn's JSON forms (Level 3). */
export const hasPasskeys = (): boolean =>
  typeof PublicKeyCredential !== "undefined" &&
  "parseCreationOptionsFromJSON" in PublicKeyCredential;

/** Asks the browser for a new passkey by the server's options; gives what the server verifies. */
export const makePasskey = (options: unknown): Promise<Result<unknown>> =>
  ask(() =>
    navigator.credentials.create({
      publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(
        options as PublicKeyCredentialCreationOptionsJSON,
      ),
    }),
  );

/** Asks the browser to sign in with a passkey it has. */
export const takePasskey = (options: unknown): Promise<Result<unknown>> =>
  ask(() =>
    navigator.credentials.get({
      publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(
        options as PublicKeyCredentialRequestOptionsJSON,
      ),
    }),
  );

async function ask(dialogue: () => Promise<Credential | null>): Promise<Result<unknown>> {
  if (!hasPasskeys()) return fail(NO_PASSKEYS);
  try {
    const credential = await dialogue();
    return credential ? ok((credential as PublicKeyCredential).toJSON()) : fail(STOPPED);
  } catch (error) {
    const { name } = error as DOMException;
    if (name === "InvalidStateError") return fail(HAS_ONE);
    return fail(name === "NotAllowedError" ? STOPPED : { ...STOPPED, detail: String(error) });
  }
}

const NO_PASSKEYS: Failure = {
  kind: "unavailable",
  message: "This browser can’t use passkeys here.",
  nextStep: "Use e-mail and password, or a newer browser.",
  retryable: false,
};
const STOPPED: Failure = {
  kind: "cancelled",
  message: "The passkey wasn’t used.",
  nextStep: "Try again, or use e-mail and password.",
  retryable: true,
};
const HAS_ONE: Failure = {
  kind: "conflict",
  message: "This device already has a passkey for your account.",
  nextStep: "You can sign in with it.",
  retryable: false,
};
