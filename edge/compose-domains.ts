import { fail, ok, type Failure } from "../shared/failure.ts";
import type { Configuration } from "./configuration.ts";
import type { Dependencies } from "./dependencies.ts";
import type { Correlation } from "./domain/correlation.ts";
import { publishedHost, suffixOf } from "./domain/host.ts";
import { cloudflareHostnames } from "./domains/cloudflare-hostnames.ts";
import { dnsOverHttps } from "./domains/dns-over-https.ts";
import type { DomainService } from "./domains/follow-domain.ts";
import { sendCorrelated } from "./outbound/send-correlated.ts";

/** The name below the sites’ domain that domains of others point to; nobody can have it as an address. */
const TARGET = "domains";

/** What domains are followed with; `null` where no resolver or no address for sites is configured. */
export function domainServiceOf(
  env: Configuration,
  correlation: Correlation,
): DomainService | null {
  const { DNS_URL: dnsUrl, PUBLISH_HOST: sites } = env;
  if (!dnsUrl || !sites) return null;
  const send = sendCorrelated(correlation);
  const { CUSTOM_HOSTNAMES_ZONE: zoneId, CUSTOM_HOSTNAMES_TOKEN: token } = env;
  const origin = env.CUSTOM_HOSTNAMES_URL || "https://api.cloudflare.com/client/v4";
  return {
    resolver: dnsOverHttps(dnsUrl, send),
    certificates: zoneId && token ? cloudflareHostnames({ origin, zoneId, token, send }) : null,
    target: publishedHost(TARGET, sites, ""),
    now: () => Date.now(),
  };
}

/** Domains of people’s own, for one request. */
export function composeDomains(
  env: Configuration,
  correlation: Correlation,
  database: Dependencies["database"],
): Pick<Dependencies, "domainsOf"> {
  const service = domainServiceOf(env, correlation);
  const bare = (pattern: string) => suffixOf(pattern).replace(/^\./, "");
  const ownHosts = [
    ...(env.APP_ORIGIN ? [new URL(env.APP_ORIGIN).hostname] : []),
    bare(env.PREVIEW_HOST),
    ...(env.PUBLISH_HOST ? [bare(env.PUBLISH_HOST)] : []),
  ];
  return {
    domainsOf: (person) =>
      service === null
        ? fail(NOT_OFFERED)
        : ok({
            ...service,
            database: database(),
            person,
            ownHosts,
            newToken: () => crypto.randomUUID().replaceAll("-", ""),
          }),
  };
}

const NOT_OFFERED: Failure = {
  kind: "unavailable",
  message: "Domains of your own can’t be added here.",
  nextStep: "Whoever runs this service sets DNS_URL; your site’s address stays as it is.",
  retryable: false,
};
