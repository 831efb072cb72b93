/** What the operator configures; the README's table says each. Durable Objects know this and the bindings they name themselves. */
export interface Configuration {
  /** `postgres://…`; used where there is no Hyperdrive. */
  readonly DATABASE_URL?: string;

  /** `{id}.preview.example`: hosts on which people's projects run. */
  readonly PREVIEW_HOST: string;
  /** `{slug}.sites.example`: hosts of published sites, a registrable domain of their own. Absent: nothing is published. */
  readonly PUBLISH_HOST?: string;
  /** The app's own origin in production, `https://cv2web.example`; empty on one machine. */
  readonly APP_ORIGIN: string;

  /** DNS over HTTPS that answers in JSON, `https://cloudflare-dns.com/dns-query`; without it nobody adds a domain. */
  readonly DNS_URL?: string;
  /** Cloudflare for SaaS, which serves people’s domains with certificates: the sites’ zone and a token for it. */
  readonly CUSTOM_HOSTNAMES_ZONE?: string;
  readonly CUSTOM_HOSTNAMES_TOKEN?: string;
  /** Cloudflare’s own when absent. */
  readonly CUSTOM_HOSTNAMES_URL?: string;

  /** Signs sessions; 32 random bytes or more. */
  readonly AUTH_SECRET?: string;
  /** Mixed into passwords before they are hashed (R5.11); never changes. */
  readonly PASSWORD_PEPPER?: string;
  /** `id:base64 of 32 bytes`, comma separated; the first encrypts, all decrypt (R5.9). */
  readonly MASTER_KEYS?: string;
  /** Signs calls between our own parts (R5.11). */
  readonly INTERNAL_KEY?: string;
  /** What the operator shows to `/metrics` and the operator's routes. */
  readonly OPERATOR_TOKEN?: string;
  /** Ids of people, comma separated, who are operators when they are signed in. */
  readonly OPERATORS?: string;

  /** Where e-mail is handed over: an HTTP endpoint in Resend's wire format. Absent: no e-mail. */
  readonly MAIL_URL?: string;
  readonly MAIL_KEY?: string;
  readonly MAIL_FROM?: string;

  readonly GITHUB_CLIENT_ID?: string;
  readonly GITHUB_CLIENT_SECRET?: string;
  readonly GOOGLE_CLIENT_ID?: string;
  readonly GOOGLE_CLIENT_SECRET?: string;
  /** Premium (R6.8): Stripe’s keys, and the recurring price that it is; without all three nothing is sold. */
  readonly STRIPE_SECRET_KEY?: string;
  readonly STRIPE_WEBHOOK_SECRET?: string;
  readonly STRIPE_PRICE?: string;
  /** Stripe’s own when absent. */
  readonly STRIPE_API_URL?: string;
  /** Where people’s own tokens for other hosts are used (R2.6); the hosts’ own addresses when absent. */
  readonly GITHUB_API_URL?: string;
  readonly NETLIFY_API_URL?: string;
  readonly VERCEL_API_URL?: string;
  /** Have I Been Pwned's range API, or one like it; empty switches the check off. */
  readonly BREACH_CHECK_URL?: string;

  readonly GEMINI_API_KEY?: string;
  readonly GEMINI_BASE_URL?: string;
  readonly GEMINI_MODEL?: string;
  /** Calls a day (UTC) that are set aside for reading with Gemini; the operator is told when under 20 % are left. */
  readonly GEMINI_DAILY_CALLS?: string;

  readonly ANTHROPIC_API_KEY?: string;
  /** Anthropic's own when absent; any server that speaks its Messages API. */
  readonly ANTHROPIC_BASE_URL?: string;
  /** Models for small and large work: the first that isn't retired is asked, comma separated. */
  readonly AI_MODEL_SMALL?: string;
  readonly AI_MODEL_LARGE?: string;

  /** `off`: nobody's browser loads WebContainer (R3.2). */
  readonly WEBCONTAINER?: string;
  /** StackBlitz's client key; for-profit production needs a licence and one. */
  readonly WEBCONTAINER_API_KEY?: string;
  /** The origin of the local runner's frame, which stands in for StackBlitz's servers on one machine. */
  readonly WEBCONTAINER_FRAME_ORIGIN?: string;

  /** Hosted sandboxes; without a key there are none. */
  readonly DAYTONA_API_KEY?: string;
  /** Daytona's own when absent; on one machine the local runner's. */
  readonly DAYTONA_API_URL?: string;
  readonly DAYTONA_TARGET?: string;
  /** `1`: that address is the local runner's, on the same machine, which isolates little. */
  readonly SANDBOX_LOCAL?: string;
  /** `1`: nothing in front of the worker compresses files, as on one machine. */
  readonly PACK_FILES?: string;
  /** Fewer hosted sandboxes at once than R3.8 allows; those 20 to 30 when absent. */
  readonly SANDBOX_PLACES?: string;
  /** Started machines that stand ready for nobody yet; 0 when absent. */
  readonly SANDBOX_POOL?: string;
  /** `off`: people without an account get no hosted sandbox. */
  readonly SANDBOX_FOR_ANONYMOUS?: string;

  readonly SENTRY_DSN?: string;
  readonly OTEL_EXPORTER_OTLP_ENDPOINT?: string;
  /** Where incidents are told: a URL that takes `{ "text": … }`, and an e-mail address. */
  readonly ALERT_WEBHOOK_URL?: string;
  readonly OPERATOR_EMAIL?: string;
  /** `reading-model:25,hosted-sandboxes:10`: on for so many percent of the people, always the same ones; all where it isn't said. */
  readonly FEATURES?: string;
  /** `on`: the steps from drop to publish are counted, as bare numbers; off where it isn’t said. */
  readonly FUNNEL?: string;
  /** `debug`, `info` (default) or `error`. */
  readonly LOG_LEVEL?: string;
}
