/** What a deployment needs to be told, and how it gets into the worker's configuration. */
import { readFile } from "node:fs/promises";
import { parseEnv } from "node:util";
import { fail, ok, type Result } from "../shared/failure.ts";

/** Without these the deployed worker couldn't do its work safely. */
const REQUIRED = [
  "APP_ORIGIN",
  "PREVIEW_HOST",
  "PUBLISH_HOST",
  "DATABASE_URL",
  "HYPERDRIVE_ID",
  "AUTH_SECRET",
  "PASSWORD_PEPPER",
  "MASTER_KEYS",
  "INTERNAL_KEY",
  "OPERATOR_TOKEN",
] as const;

/** Given to the worker encrypted, never as plain variables. */
export const SECRETS = [
  "AUTH_SECRET",
  "PASSWORD_PEPPER",
  "MASTER_KEYS",
  "INTERNAL_KEY",
  "OPERATOR_TOKEN",
  "MAIL_KEY",
  "GITHUB_CLIENT_SECRET",
  "GOOGLE_CLIENT_SECRET",
  "GEMINI_API_KEY",
  "ANTHROPIC_API_KEY",
  "DAYTONA_API_KEY",
  "SENTRY_DSN",
  "ALERT_WEBHOOK_URL",
  "STRIPE_SECRET_KEY",
  "STRIPE_WEBHOOK_SECRET",
  "CUSTOM_HOSTNAMES_TOKEN",
] as const;

/** Plain variables. */
export const VARIABLES = [
  "APP_ORIGIN",
  "PREVIEW_HOST",
  "PUBLISH_HOST",
  "MAIL_URL",
  "MAIL_FROM",
  "GITHUB_CLIENT_ID",
  "GOOGLE_CLIENT_ID",
  "GITHUB_API_URL",
  "NETLIFY_API_URL",
  "VERCEL_API_URL",
  "STRIPE_PRICE",
  "STRIPE_API_URL",
  "DNS_URL",
  "CUSTOM_HOSTNAMES_ZONE",
  "CUSTOM_HOSTNAMES_URL",
  "OPERATORS",
  "BREACH_CHECK_URL",
  "GEMINI_MODEL",
  "ANTHROPIC_BASE_URL",
  "AI_MODEL_SMALL",
  "AI_MODEL_LARGE",
  "DAYTONA_API_URL",
  "DAYTONA_TARGET",
  "SANDBOX_PLACES",
  "SANDBOX_POOL",
  "SANDBOX_FOR_ANONYMOUS",
  "GEMINI_DAILY_CALLS",
  "OTEL_EXPORTER_OTLP_ENDPOINT",
  "OPERATOR_EMAIL",
  "WEBCONTAINER",
  "WEBCONTAINER_API_KEY",
  "FEATURES",
  "FUNNEL",
  "LOG_LEVEL",
] as const;

export type Settings = Readonly<Record<string, string | undefined>>;

/** Reads settings from a file and the environment, which wins. Fails with the names of what is missing. */
export async function readSettings(file: string, environment: Settings): Promise<Result<Settings>> {
  const text = await readFile(file, "utf8").catch(() => "");
  const settings: Settings = { ...parseEnv(text), ...environment };
  const missing = REQUIRED.filter((name) => !settings[name]);
  if (missing.length > 0) {
    return fail({
      kind: "invalid",
      message: `These settings are missing: ${missing.join(", ")}.`,
      nextStep: `Put them into ${file}; the README says what each is.`,
      retryable: false,
    });
  }
  const host = new URL(settings.APP_ORIGIN!).hostname;
  for (const name of ["PREVIEW_HOST", "PUBLISH_HOST"] as const) {
    if (registrable(settings[name]!) !== registrable(host)) continue;
    return fail({
      kind: "invalid",
      message: `${name} is below the app’s own domain, ${registrable(host)}.`,
      nextStep:
        "Use another registrable domain: pages of people must not share cookies with the app.",
      retryable: false,
    });
  }
  return ok(settings);
}

/** The last two labels; good enough to tell the same domain from another. */
const registrable = (host: string) => host.split(".").slice(-2).join(".");

interface BuiltConfig {
  readonly vars: Record<string, string>;
  readonly [key: string]: unknown;
}

/** The built worker's configuration with a deployment's variables, database and hosts in it. */
export function deployedConfig(built: BuiltConfig, settings: Settings): BuiltConfig {
  const vars = Object.fromEntries(
    VARIABLES.flatMap((name) => (settings[name] ? [[name, settings[name]]] : [])),
  );
  const origin = settings.APP_ORIGIN ? new URL(settings.APP_ORIGIN).hostname : null;
  const previews = settings.PREVIEW_HOST?.replace("{id}", "*");
  const sites = settings.PUBLISH_HOST?.replace("{slug}", "*");
  const below = (pattern: string) => ({ pattern: `${pattern}/*`, zone_name: registrable(pattern) });
  return {
    ...built,
    workers_dev: false,
    vars: { ...built.vars, ...vars },
    ...(settings.HYPERDRIVE_ID
      ? { hyperdrive: [{ binding: "HYPERDRIVE", id: settings.HYPERDRIVE_ID }] }
      : {}),
    ...(origin && previews
      ? {
          routes: [
            { pattern: origin, custom_domain: true },
            below(previews),
            ...(sites && sites !== previews ? [below(sites)] : []),
          ],
        }
      : {}),
  };
}
