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

/** What is told of a crash beside its stack. */
export interface CrashPlace {
  readonly requestId: string;
  /** A route, a kind of job, a piece of scheduled work, a Durable Object: nothing of a person. */
  readonly where: string;
}

/**
 * Takes out of a report what may be somebody's: messages of errors (`error-note.ts` says why), the
 * request, the person, what was logged before. Changes the event itself.
 */
export function withoutPersonalData<E extends CrashEvent>(
  event: E,
  error: unknown,
  where: string,
): E {
  event.request = { url: where };
  for (const exception of event.exception?.values ?? []) exception.value = errorLine(error);
  delete event.message;
  delete event.user;
  delete event.breadcrumbs;
  delete event.extra;
  return event;
}

/**
 * Tells Sentry of a crash, where `SENTRY_DSN` is set: of a request, in a Durable Object, in scheduled work
 * alike. The SDK is loaded with the first one, and hands over what it has before this resolves. It is given
 * a request of ours in place of the person's, so that no cookie, body, query or address reaches it.
 */
export async function reportCrash(
  env: Pick<Configuration, "SENTRY_DSN">,
  error: unknown,
  { requestId, where }: CrashPlace,
): Promise<void> {
  if (!env.SENTRY_DSN) return;
  const [{ captureException }, { wrapRequestHandler }] = await Promise.all([
    import("@sentry/cloudflare"),
    import("@sentry/cloudflare/request"),
  ]);
  const sending: Promise<unknown>[] = [];
  const context = {
    waitUntil: (work: Promise<unknown>) => void sending.push(work),
    passThroughOnException: () => undefined,
  };
  type Given = Parameters<typeof wrapRequestHandler>[0];
  await wrapRequestHandler(
    {
      options: {
        dsn: env.SENTRY_DSN,
        tracesSampleRate: 0,
        beforeSend: (event, hint) => withoutPersonalData(event, hint.originalException, where),
      },
      request: new Request("https://worker.invalid/", {
        method: "HEAD",
      }) as unknown as Given["request"],
      context: context as unknown as NonNullable<Given["context"]>,
    },
    async () => {
      captureException(error, { tags: { requestId, where } });
      return new Response();
    },
  );
  await Promise.all(sending);
}
