import { api } from "../../shared/api/table.ts";
import { fail, ok, type Failure } from "../../shared/failure.ts";
import { route, type EdgeHono } from "../route.ts";
import { contentsOf } from "../storage/contents-form.ts";
import { NOT_KEPT, rowIdOf } from "../storage/kept-portfolios.ts";
import { readKeptSource, saveKeptSource, withdrawSource } from "../storage/kept-sources.ts";

/** Milliseconds for which a link to a CV works: enough to press it. */
const LINK_MS = 10 * 60_000;

/** Contents of files, and the CVs that portfolios came from. */
export function addContentRoutes(app: EdgeHono): void {
  route(app, api.portfolios.missingContents, async ({ input, caller, dependencies }) => {
    const keeping = await dependencies.keepingOf(caller);
    if (!keeping.ok) return keeping;
    return ok({ keys: await keeping.value.blobs.missing(input.body.keys) });
  });

  route(app, api.portfolios.sendContents, async ({ input, caller, dependencies }) => {
    const keeping = await dependencies.keepingOf(caller);
    if (!keeping.ok) return keeping;
    const contents = await Promise.all(
      Object.entries(input.body).map(async ([key, file]) => ({
        key,
        // `shared` has no type for a file; here it is the platform's.
        bytes: new Uint8Array(await (file as unknown as Blob).arrayBuffer()),
      })),
    );
    const put = await keeping.value.blobs.put(contents);
    return put.ok ? ok({ kept: contents.length }) : put;
  });

  route(app, api.portfolios.readContents, async ({ input, caller, dependencies }) => {
    const keeping = await dependencies.keepingOf(caller);
    if (!keeping.ok) return keeping;
    return new Response(await contentsOf(keeping.value.blobs, input.body.keys), {
      headers: { "cache-control": "no-store" },
    });
  });

  addSourceRoutes(app);
}

function addSourceRoutes(app: EdgeHono): void {
  route(app, api.portfolios.readSource, async ({ input, caller, dependencies }) => {
    const keeping = await dependencies.keepingOf(caller);
    if (!keeping.ok) return keeping;
    const rowId = await rowIdOf(keeping.value.key, input.params.portfolioId);
    const source = await readKeptSource(keeping.value, rowId);
    if (!source.ok) return source;
    const expiresAt = dependencies.now() + LINK_MS;
    const { personId } = caller;
    const token = await dependencies.signLink({ personId, portfolioRowId: rowId, expiresAt });
    if (token === null) return fail(NO_LINKS);
    const { name, content, reading, consentedAt } = source.value;
    const link = `/api/downloads/${token}`;
    return ok({ name, content, reading, consentedAt, link, expiresAt });
  });

  route(app, api.portfolios.saveSource, async ({ input, caller, dependencies }) => {
    const keeping = await dependencies.keepingOf(caller);
    if (!keeping.ok) return keeping;
    const { name, content, reading } = input.body;
    return saveKeptSource(keeping.value, input.params.portfolioId, { name, content, reading });
  });

  route(app, api.portfolios.deleteSource, async ({ input, caller, dependencies }) => {
    const keeping = await dependencies.keepingOf(caller);
    if (!keeping.ok) return keeping;
    return ok({ removed: await withdrawSource(keeping.value, input.params.portfolioId) });
  });

  route(app, api.portfolios.downloadSource, async ({ input, dependencies }) => {
    const claim = await dependencies.readLink(input.params.token);
    if (!claim) return fail(LINK_OVER);
    const keeping = await dependencies.keepingOf({ personId: claim.personId, tier: "registered" });
    if (!keeping.ok) return fail(NOT_KEPT);
    const source = await readKeptSource(keeping.value, claim.portfolioRowId);
    if (!source.ok) return fail(LINK_OVER);
    const bytes = await keeping.value.blobs.read(source.value.content);
    if (!bytes.ok) return bytes;
    return new Response(bytes.value as Uint8Array<ArrayBuffer>, {
      headers: {
        // Never shown in our own origin: it is somebody's file.
        "content-type": "application/octet-stream",
        "content-disposition": `attachment; filename*=UTF-8''${fileNameOf(source.value.name)}`,
        "x-content-type-options": "nosniff",
        "cache-control": "no-store",
      },
    });
  });
}

/** As RFC 8187 writes it. */
const fileNameOf = (name: string) =>
  encodeURIComponent(name).replaceAll(/['()*]/g, (c) => `%${c.charCodeAt(0).toString(16)}`);

const LINK_OVER: Failure = {
  kind: "not-found",
  message: "This link no longer works.",
  nextStep: "Ask for a new one in the portfolio’s settings.",
  retryable: false,
};
const NO_LINKS: Failure = {
  kind: "unavailable",
  message: "Links to files can’t be made just now.",
  nextStep: "Your CV is safe in the account; the operator sets INTERNAL_KEY.",
  retryable: false,
};
