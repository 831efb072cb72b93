import { fail, ok, type Result } from "../../shared/failure.ts";
import type { Configuration } from "../configuration.ts";
import { errorLine } from "../observe/error-note.ts";

export interface Letter {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  /** Whom an answer goes to, where that isn’t the service. */
  readonly replyTo?: string;
}

/**
 * Hands a letter to an HTTP service in Resend's wire format (https://resend.com/docs/api-reference/emails).
 * On one machine that is a receiver that puts letters into a folder. Fails with `unavailable`.
 */
export async function sendMail(
  configuration: Pick<Configuration, "MAIL_URL" | "MAIL_KEY" | "MAIL_FROM">,
  { replyTo, ...letter }: Letter,
  send: (request: Request) => Promise<Response> = (request) => fetch(request),
): Promise<Result<void>> {
  const { MAIL_URL: url, MAIL_KEY: key, MAIL_FROM: from } = configuration;
  if (!url) return fail(notSent("No e-mail service is configured."));
  try {
    const answer = await send(
      new Request(url, {
        method: "POST",
        headers: { authorization: `Bearer ${key ?? ""}`, "content-type": "application/json" },
        body: JSON.stringify({
          from: from || "CV2WEB <no-reply@localhost>",
          ...letter,
          ...(replyTo === undefined ? {} : { reply_to: replyTo }),
        }),
        signal: AbortSignal.timeout(10_000),
      }),
    );
    await answer.body?.cancel();
    return answer.ok
      ? ok(undefined)
      : fail(notSent(`The e-mail service answered ${answer.status}.`));
  } catch (error) {
    return fail(notSent(errorLine(error)));
  }
}

const notSent = (detail: string) => ({
  kind: "unavailable" as const,
  message: "The e-mail couldn’t be sent.",
  nextStep: "Try again in a few minutes.",
  detail,
  retryable: true,
});
