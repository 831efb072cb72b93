import type { Configuration } from "../configuration.ts";
import type { Dependencies } from "../dependencies.ts";
import { sendMail } from "../mail/send-mail.ts";

interface Telling extends Pick<Dependencies, "log"> {
  readonly send: (request: Request) => Promise<Response>;
}

/**
 * Tells the operator something by webhook and by e-mail, where they are configured; it is in the log in
 * any case, and one way that fails doesn't keep the other from telling. The webhook's
 * body, `{ "text": … }`, is what Slack, Mattermost and Discord's Slack address take.
 */
export async function tellOperator(
  configuration: Configuration,
  { log, send }: Telling,
  subject: string,
  lines: readonly string[],
): Promise<void> {
  log({ level: "error", event: "operator-told", subject, lines });
  await Promise.all([
    tellByWebhook(configuration, { log, send }, [subject, ...lines].join("\n")),
    tellByMail(configuration, { log, send }, subject, lines),
  ]);
}

async function tellByMail(
  configuration: Configuration,
  { log, send }: Telling,
  subject: string,
  lines: readonly string[],
): Promise<void> {
  const { OPERATOR_EMAIL: to } = configuration;
  if (!to) return;
  const sent = await sendMail(configuration, { to, subject, text: lines.join("\n") }, send);
  if (!sent.ok) log({ level: "error", event: "mail-failed", detail: sent.failure.detail });
}

async function tellByWebhook(
  { ALERT_WEBHOOK_URL: url }: Configuration,
  { log, send }: Telling,
  text: string,
): Promise<void> {
  if (!url) return;
  try {
    const answer = await send(
      new Request(url, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify({ text }),
        signal: AbortSignal.timeout(10_000),
      }),
    );
    await answer.body?.cancel();
    if (!answer.ok) log({ level: "error", event: "webhook-failed", status: answer.status });
  } catch (error) {
    log({ level: "error", event: "webhook-failed", error });
  }
}
