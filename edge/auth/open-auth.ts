import { passkey } from "@better-auth/passkey";
import { betterAuth, type BetterAuthOptions } from "better-auth";
import { createAuthMiddleware, freshSessionMiddleware } from "better-auth/api";
import { drizzleAdapter } from "better-auth/adapters/drizzle";
import { anonymous } from "better-auth/plugins/anonymous";
import { RETENTION, SIGN_IN } from "../../shared/limits.ts";
import type { Configuration } from "../configuration.ts";
import type { Database } from "../db/open-database.ts";
import * as schema from "../db/schema.ts";
import type { LookUpKey } from "../keys/look-up-key.ts";
import type { Letter } from "../mail/send-mail.ts";
import type { Passwords } from "./passwords.ts";
import { withSealedPeople } from "./sealed-adapter.ts";

export interface AuthSettings {
  readonly configuration: Configuration;
  readonly database: () => Database;
  readonly lookUpKey: () => Promise<LookUpKey>;
  readonly passwords: Passwords;
  /** The app's own origin: of the configuration, or of the request on one machine. */
  readonly origin: string;
  readonly sendLetter: (letter: Letter) => Promise<void>;
  /** Goes on after the answer is sent: how long a letter takes tells nobody whether there is an account. */
  readonly afterAnswer: (work: Promise<unknown>) => void;
  /** Who it is that signs in or chooses a new password, for the audit log. */
  readonly acts: (personId: string) => void;
  /** A new password was chosen by e-mail: what failed with the old one doesn't count. */
  readonly unlock: (email: string) => Promise<void>;
  /** Moves what an anonymous person made to the account they signed up for or in to. */
  readonly moveWork: (from: string, to: string) => Promise<void>;
}

/** The longest a password may be, in letters: hashing more would cost us, not help them. */
const LONGEST_PASSWORD = 256;
/** A reset link works for an hour. */
const RESET_S = 3_600;

/** Better-auth for one request: the one place that knows it. */
export function openAuth(settings: AuthSettings) {
  const adapter = drizzleAdapter(settings.database(), {
    provider: "pg",
    // An account is there whole or not at all: half of one would hold its address for ever.
    transaction: true,
    schema: {
      user: schema.people,
      session: schema.sessions,
      account: schema.accounts,
      verification: schema.verifications,
      passkey: schema.passkeys,
    },
  });
  return betterAuth({
    appName: "CV2WEB",
    baseURL: settings.origin,
    basePath: "/api/auth",
    secret: settings.configuration.AUTH_SECRET ?? "",
    trustedOrigins: [settings.origin],
    onAPIError: { errorURL: `${settings.origin}/sign-in` },
    telemetry: { enabled: false },
    logger: { disabled: true },
    // Rate limits and locks are ours: exact, for each person and address.
    rateLimit: { enabled: false },
    emailAndPassword: passwordRules(settings),
    user: {
      additionalFields: {
        tier: { type: "string", input: false, defaultValue: "registered" },
      },
    },
    databaseHooks: {
      session: { create: { after: async ({ userId }) => settings.acts(userId) } },
    },
    session: { expiresIn: RETENTION.sessionMs / 1000, updateAge: SIGN_IN.renewMs / 1000 },
    socialProviders: socialProviders(settings.configuration),
    // No service is trusted by its name: an account is opened by an address that the service says is
    // verified, and that was when the account was made.
    // Who is signed in and adds a service may be known there by another address: they prove both.
    account: {
      accountLinking: { enabled: true, trustedProviders: [], allowDifferentEmails: true },
    },
    hooks: { before: freshForLinking },
    advanced: {
      ...cookieRules(settings.origin),
      backgroundTasks: { handler: settings.afterAnswer },
    },
    plugins: [
      anonymous({
        emailDomainName: "anonymous.invalid",
        onLinkAccount: async ({ anonymousUser, newUser }) =>
          settings.moveWork(anonymousUser.user.id, newUser.user.id),
      }),
      passkey({
        rpID: new URL(settings.origin).hostname,
        rpName: "CV2WEB",
        origin: settings.origin,
      }),
    ],
    database: (all: BetterAuthOptions) => withSealedPeople(adapter(all), settings.lookUpKey),
  });
}
export type Auth = ReturnType<typeof openAuth>;

/**
 * A service is added by who signed in within a day, as a passkey is: a session that was stolen long after
 * mustn't become a way in of the thief's own.
 */
const freshForLinking = createAuthMiddleware(async (context) => {
  type Given = Parameters<typeof freshSessionMiddleware>[0];
  if (context.path === "/link-social") await freshSessionMiddleware(context as Given);
});

const passwordRules = ({ passwords, origin, sendLetter, unlock, acts }: AuthSettings) => ({
  enabled: true,
  minPasswordLength: SIGN_IN.passwordLength,
  maxPasswordLength: LONGEST_PASSWORD,
  password: passwords,
  revokeSessionsOnPasswordReset: true,
  resetPasswordTokenExpiresIn: RESET_S,
  onPasswordReset: async ({ user }: { user: { id: string; email: string } }): Promise<void> => {
    acts(user.id);
    await unlock(user.email);
  },
  sendResetPassword: async (reset: { user: { email: string }; token: string }): Promise<void> =>
    sendLetter(resetLetter(reset.user.email, origin, reset.token)),
});

function cookieRules(origin: string) {
  const secure = origin.startsWith("https:");
  return {
    cookiePrefix: "cv2web",
    useSecureCookies: secure,
    ipAddress: { ipAddressHeaders: ["cf-connecting-ip"] },
    defaultCookieAttributes: { httpOnly: true, secure, sameSite: "lax" as const, path: "/" },
  };
}

const resetLetter = (to: string, origin: string, token: string): Letter => ({
  to,
  subject: "Choose a new password for CV2WEB",
  text: `Somebody, you we hope, asked for a new password.

Choose one here, within an hour:
${origin}/reset-password?token=${encodeURIComponent(token)}

If it wasn't you, do nothing: your password stays as it is.
`,
});

/** GitHub and Google, each only when it is configured. */
function socialProviders(configuration: Configuration) {
  const { GITHUB_CLIENT_ID, GITHUB_CLIENT_SECRET, GOOGLE_CLIENT_ID, GOOGLE_CLIENT_SECRET } =
    configuration;
  return {
    ...(GITHUB_CLIENT_ID && GITHUB_CLIENT_SECRET
      ? { github: { clientId: GITHUB_CLIENT_ID, clientSecret: GITHUB_CLIENT_SECRET } }
      : {}),
    ...(GOOGLE_CLIENT_ID && GOOGLE_CLIENT_SECRET
      ? { google: { clientId: GOOGLE_CLIENT_ID, clientSecret: GOOGLE_CLIENT_SECRET } }
      : {}),
  };
}
