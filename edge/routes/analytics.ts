import { api } from "../../shared/api/table.ts";
import { fail, ok } from "../../shared/failure.ts";
import { siteState } from "../../shared/site/publication.ts";
import { parseSlug } from "../../shared/site/slug.ts";
import { countUnread } from "../db/rows/letter-rows.ts";
import { listPublications } from "../db/rows/publication-rows.ts";
import { deleteVisits, readCountedDays } from "../db/rows/visit-rows.ts";
import { figuresOf, firstDayOf } from "../domain/figures.ts";
import { clickedLink, hostOf, visitOf } from "../domain/visit.ts";
import { NO_SITE } from "../publish/publications.ts";
import { factsOf } from "../publish/publishing.ts";
import { siteUrls } from "../publish/site-url.ts";
import { route, type EdgeHono } from "../route.ts";
import { ownVisits } from "../visits/own-visits.ts";

/** Before the first site was published: since the beginning. */
const BEGINNING = "2000-01-01";

/** Visitor figures (R6.5, R5.10). */
export function addAnalyticsRoutes(app: EdgeHono): void {
  route(app, api.analytics.track, async ({ input, dependencies, context }) => {
    const { publishHost, published, now } = dependencies;
    const { kind, target, referrer } = input.body;
    const slug = parseSlug(input.body.slug);
    const site = slug.ok ? await published.bySlug(slug.value) : null;
    if (!site || publishHost === null || siteState(factsOf(site), now()) !== "live") {
      return fail(NO_SITE);
    }
    const request = context.req.raw;
    const url = siteUrls(publishHost, request)(site.slug);
    const at = clickedLink(target, url);
    const facts = visitOf(withoutFetchMarks(request.headers), { site: new URL(url).host, app: "" });
    if (at === null || facts === null) return ok({ counted: false });
    const from = hostOf(referrer ?? null);
    const about = kind === "view" ? { ...facts, referrer: from } : NOTHING_KNOWN;
    const [counted = false] = await dependencies.countVisits(request, [
      { publicationId: site.id, kind, target: at, ...about },
    ]);
    return ok({ counted });
  });

  route(app, api.analytics.summary, async ({ input, caller, dependencies, context }) => {
    const { database, now } = dependencies;
    const { days } = input.query;
    const sites = await listPublications(database(), caller.personId);
    const ids = sites.map(({ id }) => id);
    ownVisits(dependencies, context.req.raw, ids);
    const rows = await readCountedDays(database(), ids, firstDayOf(days, now()), "all");
    const unread = await countUnread(database(), caller.personId);
    return ok({
      days,
      sites: ids.map((id) => {
        const figures = figuresOf(
          rows.filter((row) => row.publicationId === id),
          days,
          now(),
        );
        const { views, visitors } = figures;
        return { publicationId: id, views, visitors, unread: unread.get(id) ?? 0 };
      }),
    });
  });

  route(app, api.analytics.site, async ({ input, dependencies, context }) => {
    const { database, now } = dependencies;
    const { publicationId } = input.params;
    const { days } = input.query;
    ownVisits(dependencies, context.req.raw, [publicationId]);
    const rows = await readCountedDays(database(), [publicationId], firstDayOf(days, now()));
    const all = await readCountedDays(database(), [publicationId], BEGINNING, "all");
    const ever = all.reduce((sum, { count }) => sum + count, 0);
    return ok({ publicationId, ...figuresOf(rows, days, now()), ever });
  });

  route(app, api.analytics.deleteEvents, async ({ input, dependencies }) => {
    const { before, publicationId = null } = input.query;
    const which = { before: before === undefined ? null : new Date(before), publicationId };
    return ok({ deleted: await deleteVisits(dependencies.database(), which) });
  });
}

const NOTHING_KNOWN = { referrer: null, country: null, device: null };

/** A program or a script counts a view here on purpose: that it isn’t a document says nothing. */
function withoutFetchMarks(headers: Headers): Headers {
  const copy = new Headers(headers);
  copy.delete("sec-fetch-dest");
  return copy;
}
