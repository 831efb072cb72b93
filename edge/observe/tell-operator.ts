import type { Configuration } from "../configuration.ts";
import type { Dependencies } from "../dependencies.ts";

/**
 * Tells the operator something by webhook, where one is configured; it is in the log in any case. The
 * body, `{ "text": … }`, is what Slack, Mattermost and Discord's Slack address take.
 */
export async function tellOperator(
  configuration: Configuration,
  { log }: Pick<Dependencies, "log">,
  subject: string,
  lines: readonly string[],
): Promise<void> {
  log({ level: "error", event: "operator-told", subject, lines });
  const { ALERT_WEBHOOK_URL: url } = configuration;
  if (!url) return;
  try {
    const answer = await fetch(url, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ text: [subject, ...lines].join("\n") }),
      signal: AbortSignal.timeout(10_000),
    });
    await answer.body?.cancel();
    if (!answer.ok) log({ level: "error", event: "webhook-failed", status: answer.status });
  } catch (error) {
    log({ level: "error", event: "webhook-failed", error: String(error) });
  }
}
