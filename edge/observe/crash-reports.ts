import type { Configuration } from "../configuration.ts";

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
        beforeSend: (event) => {
          const { url, method } = event.request ?? {};
          const path = url ? new URL(url).pathname : "";
          event.request = { url: path, ...(method ? { method } : {}) };
          delete event.user;
          delete event.breadcrumbs;
          return event;
        },
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
