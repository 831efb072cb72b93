import { fail, ok, type Failure } from "../shared/failure.ts";
import { passwordsOf } from "./compose-passwords.ts";
import { addReport } from "./db/rows/report-rows.ts";
import type { Dependencies } from "./dependencies.ts";
import type { Env } from "./env.ts";
import { openSitePassOffice } from "./keys/site-pass.ts";
import {
  findSite,
  findSiteAt,
  rememberedManifest,
  type ManifestMemory,
} from "./publish/published-sites.ts";
import { domainUrl, siteUrls } from "./publish/site-url.ts";
import { removeUnusedSiteFiles, unpackSiteFile } from "./publish/site-files.ts";

type PublishingParts = Pick<Dependencies, "publishingOf" | "published">;

const manifests: ManifestMemory = new Map();

/** Published sites, for one request. */
export function composePublishing(
  env: Env,
  given: Pick<Dependencies, "database" | "keepingOf"> & {
    /** Where Postgres is; `null` where none is configured. */
    readonly url: string | null;
  },
): PublishingParts {
  const { database, keepingOf, url } = given;
  const passwords = passwordsOf(env);
  return {
    publishingOf: async (person, request) => {
      if (!env.PUBLISH_HOST) return fail(NOTHING_PUBLISHED);
      const keeping = await keepingOf(person);
      if (!keeping.ok) return keeping;
      return ok({
        keeping: keeping.value,
        tier: person.tier,
        bucket: env.BLOBS,
        newId: () => crypto.randomUUID(),
        urlOf: siteUrls(env.PUBLISH_HOST, request),
        domainUrlOf: (domain) => domainUrl(domain, request),
        hashPassword: passwords.hash,
      });
    },
    published: {
      byDomain: async (domain) => (url === null ? null : findSiteAt(database, domain)),
      bySlug: async (slug) => (url === null ? null : findSite(database, slug)),
      manifest: (publicationId, buildId) =>
        rememberedManifest(database, manifests, publicationId, buildId),
      read: async (objectName) => (await env.BLOBS.get(objectName))?.body ?? null,
      readWhole: async (objectName, isPacked) => {
        const object = await env.BLOBS.get(objectName);
        const bytes = object && new Uint8Array(await object.arrayBuffer());
        return bytes && isPacked ? unpackSiteFile(bytes) : bytes;
      },
      verifyPassword: (hash, password) => passwords.verify({ hash, password }),
      report: (report) => addReport(database(), { id: crypto.randomUUID(), ...report }),
      passes: env.INTERNAL_KEY ? openSitePassOffice(env.INTERNAL_KEY) : null,
      removeUnused: (personId) =>
        removeUnusedSiteFiles({ database: database(), bucket: env.BLOBS }, personId),
    },
  };
}

const NOTHING_PUBLISHED: Failure = {
  kind: "unavailable",
  message: "Nothing can be published here: no address for sites is configured.",
  nextStep: "Take your website away as a ZIP; whoever runs this service sets PUBLISH_HOST.",
  retryable: false,
};
