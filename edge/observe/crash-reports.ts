import type { Configuration } from "../configuration.ts";
import { errorLine } from "./error-note.ts";

interface CrashEvent {
  request?: { url?: string; method?: string };
  exception?: { values?: { value?: string }[] };
  message?: string;
  user?: unknown;
  breadcrumbs?: unknown;
  extra?: unknown;
}

/**
 * Takes out of a report what may be somebody's: messages of errors (`error-note.ts` says why), the
 * query of the address, the person, what was logged before. Changes the event itself.
 */
export function withoutPersonalData<E extends CrashEvent>(event: E, error: unknown): E {
  const { url, method } = event.request ?? {};
  event.request = { url: url ? new URL(url).pathname : "", ...(method ? { method } : {}) };
  for (const exception of event.exception?.values ?? []) exception.value = errorLine(error);
  delete event.message;
  delete event.user;
  delete event.breadcrumbs;
  delete event.extra;
  return event;
}

/**
 * Runs a request's handler so that crashes reach Sentry, when `SENTRY_DSN` is set; else simply runs it.
 * No cookies, bodies, queries or addresses are sent: a crash is told by its stack and its route.
 */
export async function withCrashReports(
  env: Pick<Configuration, "SENTRY_DSN">,
  request: Request,
  context: ExecutionContext,
  handler: () => Promise<Response>,
): Promise<Response> {
  if (!env.SENTRY_DSN) return handler();
  const { wrapRequestHandler } = await import("@sentry/cloudflare/request");
  return wrapRequestHandler(
    {
      options: {
        dsn: env.SENTRY_DSN,
        tracesSampleRate: 0,
        beforeSend: (event, hint) => withoutPersonalData(event, hint.originalException),
      },
      request: request as unknown as Parameters<typeof wrapRequestHandler>[0]["request"],
      context,
    },
    handler,
  );
}

/** Tells Sentry of a crash that was answered; nothing happens where it isn't configured. */
export async function reportCrash(
  env: Pick<Configuration, "SENTRY_DSN">,
  error: unknown,
  requestId: string,
): Promise<void> {
  if (!env.SENTRY_DSN) return;
  const { captureException } = await import("@sentry/cloudflare");
  captureException(error, { tags: { requestId } });
}
