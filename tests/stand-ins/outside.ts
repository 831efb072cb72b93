import { answerRange } from "./breached-passwords.ts";
import { answerCollector } from "./collectors.ts";
import { answerHostnames, answerNames } from "./names.ts";
import { answerOAuth } from "./oauth.ts";
import { answerStripe } from "./stripe.ts";
import { answerOtherHost } from "./other-hosts.ts";

/**
 * Answers what a worker under test sends out: services that stand in at their own addresses, this
 * machine for real, and nothing else.
 */
export async function answerOutside(request: Request): Promise<Response> {
  const { hostname } = new URL(request.url);
  if (hostname === "stripe.hosts.example") return answerStripe(request);
  if (hostname === "dns.hosts.example") return answerNames(request);
  if (hostname === "saas.hosts.example") return answerHostnames(request);
  // A service that takes the request and never answers.
  if (hostname.startsWith("hanging.")) return new Promise(() => undefined);
  if (hostname.endsWith("pwnedpasswords.example")) return answerRange(request);
  if (hostname.endsWith(".collector.example")) return answerCollector(request);
  const answer = (await answerOtherHost(request)) ?? (await answerOAuth(request));
  if (answer) return answer;
  if (["localhost", "127.0.0.1"].includes(hostname)) {
    const { method, headers } = request;
    const body = method === "GET" || method === "HEAD" ? null : await request.arrayBuffer();
    return fetch(request.url, { method, headers, body });
  }
  return new Response(`Nothing stands in for ${hostname}.`, { status: 502 });
}
