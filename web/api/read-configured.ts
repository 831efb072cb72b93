import type { OutputOf } from "../../shared/api/endpoint.ts";
import { system } from "../../shared/api/system.ts";
import type { Result } from "../../shared/failure.ts";
import type { ApiClient } from "./open-client.ts";

/** Who reloads often is asked to wait once or twice; more than that is another trouble. */
const TRIES = 3;

const asked = new WeakMap<ApiClient, Promise<Result<OutputOf<typeof system.configured>>>>();

const pause = (ms: number) => new Promise<void>((wake) => setTimeout(wake, ms));

/**
 * What this installation offers: asked once for a page however many want to know, and again after the
 * time that the server names when it has too many calls. A failure is forgotten, so that the next to ask
 * reaches a server that has come back.
 */
export function readConfigured(
  client: ApiClient,
  wait: (ms: number) => Promise<void> = pause,
): Promise<Result<OutputOf<typeof system.configured>>> {
  const known = asked.get(client);
  if (known) return known;
  const asking = ask(client, wait).then((answer) => {
    if (!answer.ok) asked.delete(client);
    return answer;
  });
  asked.set(client, asking);
  return asking;
}

async function ask(client: ApiClient, wait: (ms: number) => Promise<void>) {
  for (let tried = 1; ; tried += 1) {
    const answer = await client.call(system.configured, {});
    if (answer.ok || tried === TRIES || answer.failure.retryAfterMs === undefined) return answer;
    await wait(answer.failure.retryAfterMs);
  }
}
