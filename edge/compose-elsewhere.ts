import type { OtherHostId } from "../shared/site/elsewhere.ts";
import type { Configuration } from "./configuration.ts";
import type { Dependencies } from "./dependencies.ts";
import type { Correlation } from "./domain/correlation.ts";
import { GITHUB_HEADERS, githubHost } from "./elsewhere/github.ts";
import { netlifyHost } from "./elsewhere/netlify.ts";
import type { OtherHost } from "./elsewhere/other-host.ts";
import { vercelHost } from "./elsewhere/vercel.ts";
import { openWire, type Wire } from "./elsewhere/wire.ts";
import { sendCorrelated } from "./outbound/send-correlated.ts";

const HOSTS: Readonly<Record<OtherHostId, (wire: Wire) => OtherHost>> = {
  github: githubHost,
  netlify: netlifyHost,
  vercel: vercelHost,
};

/** How others are reached, for one request: with its ids. */
export function composeElsewhere(
  env: Configuration,
  correlation: Correlation,
): Pick<Dependencies, "otherHost" | "send"> {
  const origins: Readonly<Record<OtherHostId, string>> = {
    github: env.GITHUB_API_URL || "https://api.github.com",
    netlify: env.NETLIFY_API_URL || "https://api.netlify.com/api/v1",
    vercel: env.VERCEL_API_URL || "https://api.vercel.com",
  };
  const send = sendCorrelated(correlation);
  return {
    send,
    otherHost: (host, token) =>
      HOSTS[host](
        openWire({
          host,
          origin: origins[host],
          token,
          headers: host === "github" ? GITHUB_HEADERS : {},
          send,
        }),
      ),
  };
}
