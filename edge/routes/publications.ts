import { api } from "../../shared/api/table.ts";
import { fail, ok } from "../../shared/failure.ts";
import { siteState } from "../../shared/site/publication.ts";
import { PICTURE_PAGE } from "../../shared/site/desk-paths.ts";
import { parseSlug } from "../../shared/site/slug.ts";
import { siteUrls } from "../publish/site-url.ts";
import { findPublication } from "../db/rows/publication-rows.ts";
import { beginBuild, deleteSite, pointTo, sendFiles } from "../publish/builds.ts";
import { countOutcome } from "../publish/count-outcome.ts";
import { filesOfForm } from "../publish/files-of-form.ts";
import { lookAtLinks } from "../publish/look-at-links.ts";
import {
  changeSite,
  createPublication,
  listOwnPublications,
  lookAtAddress,
  NO_SITE,
  readPublication,
  unpublishSite,
} from "../publish/publications.ts";
import { factsOf } from "../publish/publishing.ts";
import { NOT_FOUND } from "../refusals.ts";
import { drawQr } from "../serve/qr-code.ts";
import { ownVisits } from "../visits/own-visits.ts";
import { route, type EdgeHono } from "../route.ts";
import { notePublishing, publishingOf } from "./publishing-call.ts";

/** Publishing (R6.1, R6.6, R6.7). */
export function addPublicationRoutes(app: EdgeHono): void {
  addSites(app);
  addPictures(app);
  addBuilds(app);
  addAddresses(app);
  route(app, api.publications.checkLinks, async ({ input }) =>
    // Strangers are told nothing of whom they are asked for: no ids go along.
    ok({ links: await lookAtLinks(input.body.urls, (request) => fetch(request)) }),
  );
}

function addSites(app: EdgeHono): void {
  route(app, api.publications.list, async (call) => {
    const publishing = await publishingOf(call);
    if (!publishing.ok) return publishing;
    const items = await listOwnPublications(publishing.value);
    const ids = items.map(({ id }) => id);
    ownVisits(call.dependencies, call.context.req.raw, ids);
    return ok({ items });
  });

  route(app, api.publications.create, async (call) => {
    const publishing = await publishingOf(call);
    if (!publishing.ok) return publishing;
    const made = await createPublication(publishing.value, call.input.body);
    if (made.ok) await notePublishing(call, "site-create", { site: made.value.id });
    return made;
  });

  route(app, api.publications.read, async (call) => {
    const publishing = await publishingOf(call);
    return publishing.ok
      ? readPublication(publishing.value, call.input.params.publicationId)
      : publishing;
  });

  route(app, api.publications.change, async (call) => {
    const publishing = await publishingOf(call);
    if (!publishing.ok) return publishing;
    const { publicationId } = call.input.params;
    const changed = await changeSite(publishing.value, publicationId, call.input.body);
    if (changed.ok) await notePublishing(call, "site-change", { site: publicationId });
    return changed;
  });

  route(app, api.publications.unpublish, async (call) => {
    const publishing = await publishingOf(call);
    if (!publishing.ok) return publishing;
    const { publicationId } = call.input.params;
    const done = await unpublishSite(publishing.value, publicationId);
    if (done.ok) await notePublishing(call, "site-unpublish", { site: publicationId });
    return done;
  });

  route(app, api.publications.delete, async (call) => {
    const publishing = await publishingOf(call);
    if (!publishing.ok) return publishing;
    const { publicationId } = call.input.params;
    const done = await deleteSite(publishing.value, publicationId);
    if (!done.ok) return done;
    await notePublishing(call, "site-delete", { site: publicationId });
    return ok({ deleted: true as const });
  });
}

/** What stands for a site elsewhere. */
function addPictures(app: EdgeHono): void {
  route(app, api.publications.qrCode, async (call) => {
    const publishing = await publishingOf(call);
    if (!publishing.ok) return publishing;
    const site = await readPublication(publishing.value, call.input.params.publicationId);
    if (!site.ok) return site;
    return new Response(drawQr(site.value.url), {
      headers: { "content-type": "image/svg+xml", "cache-control": "no-store" },
    });
  });

  route(app, api.publications.picture, async (call) => {
    const { published, database } = call.dependencies;
    const { publicationId } = call.input.params;
    const site = await findPublication(database(), call.caller.personId, publicationId);
    const manifest = site?.buildId ? await published.manifest(site.id, site.buildId) : null;
    const file = manifest?.[PICTURE_PAGE];
    if (file?.object === undefined) return ok({ html: null });
    const bytes = await published.readWhole(file.object, file.packed === true);
    return ok({ html: bytes && new TextDecoder().decode(bytes) });
  });
}

function addBuilds(app: EdgeHono): void {
  route(app, api.publications.like, async ({ input, caller, dependencies }) => {
    await countOutcome(dependencies, caller, input.body.likes ? "liked" : "disliked");
    return ok({ counted: true as const });
  });

  route(app, api.publications.beginBuild, async (call) => {
    const publishing = await publishingOf(call);
    const { publicationId } = call.input.params;
    return publishing.ok
      ? beginBuild(publishing.value, publicationId, call.input.body)
      : publishing;
  });

  route(app, api.publications.sendFiles, async (call) => {
    const publishing = await publishingOf(call);
    if (!publishing.ok) return publishing;
    const files = await filesOfForm(call.input.body);
    const sent = await sendFiles(publishing.value, call.input.params, files);
    return sent.ok ? ok({ kept: files.length }) : sent;
  });

  route(app, api.publications.point, async (call) => {
    const publishing = await publishingOf(call);
    if (!publishing.ok) return publishing;
    const { publicationId } = call.input.params;
    const pointed = await pointTo(publishing.value, publicationId, call.input.body.buildId);
    if (!pointed.ok || pointed.value.status !== "live") return pointed;
    await notePublishing(call, "site-publish", { site: publicationId });
    const { dependencies, caller } = call;
    dependencies.afterAnswer(countOutcome(dependencies, caller, "published"));
    dependencies.afterAnswer(dependencies.published.removeUnused(caller.personId));
    return pointed;
  });
}

function addAddresses(app: EdgeHono): void {
  route(app, api.publications.address, async ({ input, caller, dependencies, context }) => {
    const { publishHost, database } = dependencies;
    if (publishHost === null) return fail(NOT_FOUND);
    const personId = caller?.personId ?? null;
    const found = await lookAtAddress(database(), personId, input.params.slug);
    return ok({ ...found, url: siteUrls(publishHost, context.req.raw)(found.slug) });
  });

  route(app, api.publications.site, async ({ input, dependencies, context }) => {
    const { publishHost, published, now } = dependencies;
    const slug = parseSlug(input.params.slug);
    const row = slug.ok ? await published.bySlug(slug.value) : null;
    if (!row || publishHost === null || siteState(factsOf(row), now()) !== "live") {
      return fail(NO_SITE);
    }
    const url = siteUrls(publishHost, context.req.raw)(row.slug);
    return ok({ slug: row.slug, url, publishedAt: row.publishedAt?.getTime() ?? null });
  });

  route(app, api.publications.show, async ({ input, dependencies, context }) => {
    const { publishHost } = dependencies;
    const slug = parseSlug(input.params.slug);
    if (publishHost === null || !slug.ok) return fail(NO_SITE);
    const location = siteUrls(publishHost, context.req.raw)(slug.value);
    return new Response(null, { status: 302, headers: { location, "cache-control": "no-store" } });
  });
}
