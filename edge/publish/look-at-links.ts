import { PUBLISH_LIMITS } from "../../shared/limits.ts";
import { judgeLink } from "../../shared/site/links.ts";
import { createOutbound, RefusedError } from "../outbound/outbound.ts";

export type LinkState = "answers" | "dead" | "unknown" | "refused";

/** Links asked at the same time: what a worker may have open. */
const AT_ONCE = 5;
const HOPS = 3;

const outbound = createOutbound({
  who: "A linked page",
  timeoutMs: PUBLISH_LIMITS.linkMs,
  tries: 1,
  backoffMs: 1,
  // Many parties stand behind this one client: one that is dead says nothing of the next.
  breakAfter: Number.MAX_SAFE_INTEGER,
  halfOpenAfterMs: 1,
  atOnce: 50,
});

/**
 * Asks whether links answer. Nothing of an answer is read but its status, and nothing of it is handed
 * on; what leads to a machine, a house or a private network isn't asked, on the way of a redirect neither.
 */
export async function lookAtLinks(
  urls: readonly string[],
  send: (request: Request) => Promise<Response>,
): Promise<{ url: string; state: LinkState }[]> {
  const unique = [...new Set(urls)];
  const states = new Map<string, LinkState>();
  let next = 0;
  const work = async () => {
    for (let url = unique[next++]; url !== undefined; url = unique[next++]) {
      states.set(url, await lookAt(url, send));
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  return unique.map((url) => ({ url, state: states.get(url)! }));
}

async function lookAt(url: string, send: (request: Request) => Promise<Response>) {
  let address = url;
  for (let hop = 0; hop <= HOPS; hop++) {
    if (judgeLink(address)?.isWeb !== true) return "refused";
    const asked = await outbound.call((signal) => ask(address, send, signal));
    if (!asked.ok) return asked.failure.kind === "timed-out" ? "unknown" : "dead";
    const { status, location } = asked.value;
    if (location === null || status < 300 || status > 399) return stateOf(status);
    if (!URL.canParse(location, address)) return "dead";
    address = new URL(location, address).href;
  }
  return "unknown";
}

/** There: whatever it says to a stranger. Gone: 404 and 410. Trouble of its own may pass. */
function stateOf(status: number): LinkState {
  if (status === 404 || status === 410) return "dead";
  return status >= 500 ? "unknown" : "answers";
}

async function ask(
  url: string,
  send: (request: Request) => Promise<Response>,
  signal: AbortSignal,
): Promise<{ readonly status: number; readonly location: string | null }> {
  const by = async (method: "HEAD" | "GET") => {
    const headers = { "user-agent": "CV2WEB link check" };
    const answer = await send(new Request(url, { method, headers, redirect: "manual", signal }));
    await answer.body?.cancel();
    return { status: answer.status, location: answer.headers.get("location") };
  };
  try {
    const answer = await by("HEAD");
    return answer.status === 405 || answer.status === 501 ? await by("GET") : answer;
  } catch (error) {
    if (signal.aborted) throw error;
    // It can’t be reached: an answer too, and no reason to ask again.
    throw new RefusedError("no answer");
  }
}
