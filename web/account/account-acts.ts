import { z } from "zod";
import { ok, type Result } from "../../shared/failure.ts";
import type { ApiClient } from "../api/open-client.ts";

const person = z.object({
  id: z.string(),
  name: z.string(),
  email: z.string(),
  isAnonymous: z.boolean().nullish(),
});
const openSession = z
  .object({ session: z.object({ id: z.string(), token: z.string() }), user: person })
  .nullish();
const sessions = z.array(
  z.object({
    id: z.string(),
    token: z.string(),
    userAgent: z.string().nullish(),
    createdAt: z.coerce.date(),
    updatedAt: z.coerce.date(),
  }),
);
const passkeys = z.array(
  z.object({ id: z.string(), name: z.string().nullish(), createdAt: z.coerce.date().nullish() }),
);
const ways = z.array(z.object({ id: z.string(), providerId: z.string() }));
export type WayIn = z.infer<typeof ways>[number];
export type Service = "github" | "google";
export type Person = z.infer<typeof person>;
export type KnownSession = z.infer<typeof sessions>[number];
export type KnownPasskey = z.infer<typeof passkeys>[number];

export interface SignedIn {
  readonly person: Person;
  readonly sessionId: string;
}

/** What can be done with accounts, over better-auth's own routes as the worker serves them. */
export function accountActs(client: ApiClient) {
  const get = <T extends z.ZodType>(path: string, output: T) =>
    client.callAt({ method: "GET", path: `/api/auth/${path}` }, output);
  const post = (path: string, body: unknown = {}) =>
    client.callAt({ method: "POST", path: `/api/auth/${path}`, body }, z.unknown());
  const atService = (path: string, provider: Service, callbackURL: string) =>
    client.callAt(
      {
        method: "POST",
        path: `/api/auth/${path}`,
        body: { provider, callbackURL, errorCallbackURL: callbackURL },
      },
      z.object({ url: z.url() }),
    );
  return {
    /** Who has an account and is signed in; `null` for everybody else, anonymous people too. */
    whoIsThere: async (): Promise<Result<SignedIn | null>> => {
      const answer = await get("get-session", openSession);
      if (!answer.ok) return answer;
      const there = answer.value;
      if (!there || there.user.isAnonymous === true) return ok(null);
      return ok({ person: there.user, sessionId: there.session.id });
    },
    signIn: (email: string, password: string) => post("sign-in/email", { email, password }),
    signUp: (name: string, email: string, password: string) =>
      post("sign-up/email", { name, email, password }),
    /** Begins to sign in at another service, which comes back to `callbackURL`; gives the address to go to. */
    startService: (provider: Service, callbackURL: string) =>
      atService("sign-in/social", provider, callbackURL),
    /** The password, GitHub, Google; passkeys are apart. */
    ways: () => get("list-accounts", ways),
    /** Begins to add a service to one's account; so too. */
    startLinking: (provider: Service, callbackURL: string) =>
      atService("link-social", provider, callbackURL),
    unlink: (accountId: string) => post("unlink-account", { accountId }),
    signOut: () => post("sign-out"),
    askForReset: (email: string) => post("request-password-reset", { email }),
    reset: (token: string, newPassword: string) => post("reset-password", { token, newPassword }),
    rename: (name: string) => post("update-user", { name }),
    changePassword: (currentPassword: string, newPassword: string) =>
      post("change-password", { currentPassword, newPassword, revokeOtherSessions: true }),
    sessions: () => get("list-sessions", sessions),
    endSession: (token: string) => post("revoke-session", { token }),
    endOtherSessions: () => post("revoke-other-sessions"),
    passkeys: () => get("passkey/list-user-passkeys", passkeys),
    passkeyToAdd: () => get("passkey/generate-register-options", z.unknown()),
    addPasskey: (response: unknown, name: string) =>
      post("passkey/verify-registration", { response, name }),
    passkeyToUse: () => get("passkey/generate-authenticate-options", z.unknown()),
    signInWithPasskey: (response: unknown) => post("passkey/verify-authentication", { response }),
    renamePasskey: (id: string, name: string) => post("passkey/update-passkey", { id, name }),
    removePasskey: (id: string) => post("passkey/delete-passkey", { id }),
  };
}
export type AccountActs = ReturnType<typeof accountActs>;
