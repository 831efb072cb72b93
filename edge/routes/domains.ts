import { api } from "../../shared/api/table.ts";
import { ok } from "../../shared/failure.ts";
import type { Caller } from "../caller.ts";
import { noteAct } from "../db/rows/audit-rows.ts";
import type { Dependencies } from "../dependencies.ts";
import {
  askForDomain,
  checkDomain,
  chooseRedirect,
  dropDomain,
  readDomain,
  type Domaining,
} from "../domains/site-domains.ts";
import { route, type EdgeHono } from "../route.ts";

interface Asking {
  readonly dependencies: Dependencies;
  readonly caller: Caller;
  readonly requestId: string;
  readonly input: { readonly params: { readonly publicationId: string } };
}

const note = ({ dependencies, caller, requestId, input }: Asking, act: string) =>
  noteAct(dependencies.database(), {
    personId: caller.personId,
    act,
    requestId,
    detail: { site: input.params.publicationId },
  });

const seen = async (domaining: Domaining, publicationId: string) =>
  ok({ domain: await readDomain(domaining, publicationId), isOffered: true });

/** Domains of sites’ own (R6.1). */
export function addDomainRoutes(app: EdgeHono): void {
  route(app, api.domains.read, async ({ input, caller, dependencies }) => {
    const domaining = dependencies.domainsOf(caller);
    if (!domaining.ok) return ok({ domain: null, isOffered: false });
    return seen(domaining.value, input.params.publicationId);
  });

  route(app, api.domains.put, async (call) => {
    const domaining = call.dependencies.domainsOf(call.caller);
    if (!domaining.ok) return domaining;
    const { publicationId } = call.input.params;
    const asked = await askForDomain(domaining.value, publicationId, call.input.body.domain);
    if (!asked.ok) return asked;
    await note(call, "domain-ask");
    return seen(domaining.value, publicationId);
  });

  route(app, api.domains.change, async ({ input, caller, dependencies }) => {
    const domaining = dependencies.domainsOf(caller);
    if (!domaining.ok) return domaining;
    const { publicationId } = input.params;
    const changed = await chooseRedirect(domaining.value, publicationId, input.body.redirects);
    return changed.ok ? seen(domaining.value, publicationId) : changed;
  });

  route(app, api.domains.check, async ({ input, caller, dependencies }) => {
    const domaining = dependencies.domainsOf(caller);
    if (!domaining.ok) return domaining;
    const checked = await checkDomain(domaining.value, input.params.publicationId);
    return checked.ok ? ok({ domain: checked.value, isOffered: true }) : checked;
  });

  route(app, api.domains.delete, async (call) => {
    const domaining = call.dependencies.domainsOf(call.caller);
    if (!domaining.ok) return domaining;
    const { publicationId } = call.input.params;
    await dropDomain(domaining.value, publicationId);
    await note(call, "domain-remove");
    return seen(domaining.value, publicationId);
  });
}
