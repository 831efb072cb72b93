import type { Result } from "../../shared/failure.ts";
import { HOSTED_LIFE } from "../../shared/limits.ts";
import type { Letter } from "../mail/send-mail.ts";
import type { SandboxFleetCalls } from "../objects/sandbox-messages.ts";

export interface ScanContext {
  readonly now: Date;
  readonly fleet: Pick<SandboxFleetCalls, "scan">;
  /** A person's e-mail address; `null` where there is none. */
  readonly addressOf: (personId: string) => Promise<string | null>;
  readonly sendLetter: (letter: Letter) => Promise<Result<void>>;
  /** Where the app is; empty on one machine. */
  readonly appOrigin: string;
}

/**
 * What is due for hosted sandboxes that nobody uses (R3.8): idle, stopped, warned, removed. Who is warned
 * gets a letter, where there is an address; a letter that fails changes nothing, the files are kept anyway.
 */
export async function scanSandboxes(context: ScanContext): Promise<void> {
  const { warned } = await context.fleet.scan(context.now.getTime());
  for (const { sandboxId, ownerId } of warned) {
    const to = await context.addressOf(ownerId);
    if (to !== null) await context.sendLetter(warning(to, `${context.appOrigin}/s/${sandboxId}`));
  }
}

const warning = (to: string, link: string): Letter => ({
  to,
  subject: "Your hosted sandbox is about to be removed",
  text: [
    "Nobody has used your hosted sandbox for a while.",
    `It is removed in ${HOSTED_LIFE.graceMs / 60_000} minutes. All its files are kept: a visit brings it back.`,
    "",
    link,
  ].join("\n"),
});
