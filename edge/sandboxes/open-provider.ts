import type { Configuration } from "../configuration.ts";
import type { Correlation } from "../domain/correlation.ts";
import type { SandboxProvider } from "./provider.ts";

type Settings = Pick<Configuration, "DAYTONA_API_URL" | "DAYTONA_API_KEY" | "DAYTONA_TARGET">;

/** Whether hosted sandboxes are offered here at all. */
export const isHostedOffered = (settings: Settings): boolean => Boolean(settings.DAYTONA_API_KEY);

/** Daytona's own address, where none is configured. */
const DAYTONA = "https://app.daytona.io/api";

/** One for each address and key of this isolate: it remembers how the other side does. */
const open = new Map<string, (correlation: Correlation) => SandboxProvider>();

/**
 * Who runs hosted sandboxes; `null` where nobody is configured.
 * @param correlation the ids that its calls carry
 */
export async function openProvider(
  settings: Settings,
  correlation: Correlation,
): Promise<SandboxProvider | null> {
  const { DAYTONA_API_KEY: apiKey, DAYTONA_TARGET: target } = settings;
  if (!apiKey) return null;
  const apiUrl = settings.DAYTONA_API_URL || DAYTONA;
  const name = `${apiUrl} ${apiKey}`;
  const known = open.get(name);
  if (known) return known(correlation);
  const { openDaytona } = await import("./daytona.ts");
  const opened = openDaytona({ apiUrl, apiKey, target });
  open.set(name, opened);
  return opened(correlation);
}
