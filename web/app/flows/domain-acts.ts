import { domains as api } from "../../../shared/api/domains.ts";
import type { Publication } from "../../../shared/api/publications.ts";
import type { ApiClient } from "../../api/open-client.ts";
import type { DomainActs } from "../../publish/publish-acts.ts";

/** Domains of one’s own, from the publish sheet. */
export function domainActs(client: ApiClient): DomainActs {
  const of = (site: Publication) => ({ params: { publicationId: site.id } });
  return {
    look: (site) => client.call(api.read, of(site)),
    ask: (site, domain) => client.call(api.put, { ...of(site), body: { domain } }),
    check: (site) => client.call(api.check, of(site), { timeoutMs: 60_000 }),
    redirect: (site, redirects) => client.call(api.change, { ...of(site), body: { redirects } }),
    remove: (site) => client.call(api.delete, of(site)),
  };
}
