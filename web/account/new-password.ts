import { SIGN_IN } from "../../shared/limits.ts";

/** What keeps a text from being a new password, or `null`; the server looks again. */
export const newPasswordProblem = (password: string): string | null =>
  password.length < SIGN_IN.passwordLength
    ? `A password needs at least ${SIGN_IN.passwordLength} characters; this has ${password.length}.`
    : null;
