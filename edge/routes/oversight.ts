import type { Overview, PersonEntry, SiteEntry } from "../../shared/api/oversight.ts";
import { api } from "../../shared/api/table.ts";
import { fail, ok, type Result } from "../../shared/failure.ts";
import { siteState } from "../../shared/site/publication.ts";
import { tierOf } from "../auth/read-caller.ts";
import { grantTier, NOBODY } from "../billing/change-tier.ts";
import {
  findPerson,
  listIncidents,
  listOperatorActs,
  listSandboxes,
  readModelUse,
  readStock,
  setTakenDown,
} from "../db/rows/oversight-rows.ts";
import type { Dependencies } from "../dependencies.ts";
import { figuresOf } from "../domain/figures-of.ts";
import { requestsIn } from "../domain/incidents.ts";
import { NO_SITE } from "../publish/publications.ts";
import { factsOf } from "../publish/publishing.ts";
import { route, type EdgeHono } from "../route.ts";

/** What an operator looks at and does by hand; each act is in the audit log (`route.ts`). */
export function addOversightRoutes(app: EdgeHono): void {
  addLooks(app);
  addPeople(app);
  addSitesAndSandboxes(app);
}

function addLooks(app: EdgeHono): void {
  route(app, api.oversight.overview, async ({ dependencies }) =>
    ok(await overviewOf(dependencies)),
  );

  route(app, api.oversight.incidents, async ({ dependencies }) => {
    const rows = await listIncidents(dependencies.database());
    const incidents = rows.map(({ id, kind, detail, openedAt, closedAt }) => ({
      id,
      kind,
      message: (detail as { readonly message?: string } | null)?.message ?? "",
      openedAt: openedAt.getTime(),
      closedAt: closedAt?.getTime() ?? null,
    }));
    return ok({ incidents });
  });

  route(app, api.oversight.acts, async ({ dependencies }) => {
    const rows = await listOperatorActs(dependencies.database());
    const acts = rows.map(({ id, act, personId, detail, createdAt }) => ({
      id,
      act: act.replace(/^operator /, ""),
      personId,
      detail: (detail ?? {}) as Record<string, string | number>,
      at: createdAt.getTime(),
    }));
    return ok({ acts });
  });
}

async function overviewOf(dependencies: Dependencies): Promise<Overview> {
  const { metrics, gauges, fleet, quotaLeft, oldestJobSince, database, now } = dependencies;
  const month = new Date(`${new Date(now()).toISOString().slice(0, 7)}-01T00:00:00Z`);
  const [counted, gauged, look, left, oldest, use, stock] = await Promise.all([
    metrics.read(),
    gauges(),
    fleet().look(),
    quotaLeft(),
    oldestJobSince(),
    readModelUse(database(), month),
    readStock(database()),
  ]);
  const waiting = figuresOf(gauged, "queue_depth", "kind");
  const running = figuresOf(gauged, "queue_running", "kind");
  const kinds = [...new Set([...Object.keys(waiting), ...Object.keys(running)])].toSorted();
  const queues = kinds.map(
    (kind) => [kind, { waiting: waiting[kind] ?? 0, running: running[kind] ?? 0 }] as const,
  );
  return {
    hosted: {
      isOffered: look.offer.state !== "off",
      isDown: look.isDown,
      isEmergency: look.isEmergency,
      pool: look.pool,
      waiting: look.offer.waiting,
      states: figuresOf(gauged, "sandboxes", "state"),
    },
    queues: Object.fromEntries(queues),
    oldestJobSince: oldest,
    people: figuresOf(gauged, "people", "tier"),
    ...requestsIn(counted),
    failures: figuresOf(counted, "failures_total", "kind"),
    jobs: figuresOf(counted, "jobs_total", "outcome"),
    funnel: figuresOf(counted, "funnel_total", "step"),
    quotaLeft: { ...left },
    month: use,
    ...stock,
  };
}

function addPeople(app: EdgeHono): void {
  route(app, api.oversight.person, async ({ dependencies, input }) =>
    personBy(dependencies, input.query.who),
  );

  route(app, api.oversight.setTier, async ({ dependencies, input }) => {
    const { database, now } = dependencies;
    const { personId } = input.params;
    const found = await personBy(dependencies, personId);
    // Who has no account has no tier of their own: it would be lost with their browser.
    if (!found.ok || found.value.tier === "anonymous") return fail(NOBODY);
    const set = await grantTier({ database: database(), now }, personId, input.body.tier);
    return set.ok ? personBy(dependencies, personId) : set;
  });
}

/** By id or address; addresses are found by their ciphertext, and none is sent out. */
async function personBy(
  { database, keys }: Dependencies,
  who: string,
): Promise<Result<PersonEntry>> {
  const key = await keys.lookUp();
  if (!key.ok) return key;
  const sealedEmail = await key.value.seal(who.toLowerCase());
  const found = await findPerson(database(), { id: who, sealedEmail });
  if (!found) return fail(NOBODY);
  const { id, granted, subscription, createdAt } = found;
  return ok({ id, tier: tierOf(found), granted, subscription, createdAt: createdAt.getTime() });
}

function addSitesAndSandboxes(app: EdgeHono): void {
  route(app, api.oversight.sandboxes, async ({ dependencies }) => {
    const rows = await listSandboxes(dependencies.database());
    const sandboxes = rows.map(({ id, ownerId, state, createdAt, activeAt }) => {
      return { id, ownerId, state, createdAt: createdAt.getTime(), activeAt: activeAt.getTime() };
    });
    return ok({ sandboxes });
  });

  route(app, api.oversight.endSandbox, async ({ dependencies, input }) => {
    const stopped = await dependencies
      .sandbox(input.params.sandboxId)
      .stop("the operator ended it");
    return stopped.ok ? ok({ state: stopped.value.status }) : stopped;
  });

  route(app, api.oversight.site, ({ dependencies, input }) =>
    siteBy(dependencies, input.params.slug),
  );

  route(app, api.oversight.takeDown, async ({ dependencies, input }) => {
    const { database, now } = dependencies;
    const found = await siteBy(dependencies, input.params.slug);
    if (!found.ok) return found;
    const takenDownAt = input.body.isDown ? new Date(now()) : null;
    await setTakenDown(database(), found.value.id, takenDownAt);
    return siteBy(dependencies, found.value.slug);
  });
}

async function siteBy({ published, now }: Dependencies, slug: string): Promise<Result<SiteEntry>> {
  const row = await published.bySlug(slug);
  if (!row) return fail(NO_SITE);
  const { id, ownerId, publishedAt, takenDownAt } = row;
  return ok({
    id,
    slug: row.slug,
    ownerId,
    state: siteState(factsOf(row), now()),
    publishedAt: publishedAt?.getTime() ?? null,
    takenDownAt: takenDownAt?.getTime() ?? null,
  });
}
