import type { Database } from "../db/open-database.ts";
import {
  findBuild,
  findByDomain,
  findBySlug,
  type ServedSite,
} from "../db/rows/publication-rows.ts";
import type { BuiltFile } from "../db/schema/sites.ts";
import type { ReportReason } from "../../shared/site/report.ts";
import type { SitePassOffice } from "../keys/site-pass.ts";

export type ServedManifest = Readonly<Record<string, BuiltFile>>;

/** Published sites, as visitors come to them. */
export interface PublishedSites {
  /** The site that a slug leads to, by the one that it has or had. @throws while the database is away */
  readonly bySlug: (slug: string) => Promise<ServedSite | null>;
  /** The site that has proved this domain. @throws while the database is away */
  readonly byDomain: (domain: string) => Promise<ServedSite | null>;
  /** What a build consists of. */
  readonly manifest: (publicationId: string, buildId: string) => Promise<ServedManifest | null>;
  /** The bytes of a file as they are stored. */
  readonly read: (objectName: string) => Promise<ReadableStream | null>;
  /** The content of a file, unpacked. */
  readonly readWhole: (objectName: string, isPacked: boolean) => Promise<Uint8Array | null>;
  readonly verifyPassword: (hash: string, password: string) => Promise<boolean>;
  /** Keeps a visitor’s report for the operator. */
  readonly report: (report: {
    readonly publicationId: string;
    readonly reason: ReportReason;
    readonly words: string;
  }) => Promise<void>;
  /** `null` where no key to sign with is configured. */
  readonly passes: SitePassOffice | null;
  /** Removes files that no build of this person names any more. */
  readonly removeUnused: (personId: string) => Promise<number>;
}

/** Builds that this isolate has read. They never change, so nothing is old in here. */
export type ManifestMemory = Map<string, ServedManifest>;
const MOST_REMEMBERED = 200;

/** Reads what a build consists of, once an isolate. */
export async function rememberedManifest(
  database: () => Database,
  memory: ManifestMemory,
  publicationId: string,
  buildId: string,
): Promise<ServedManifest | null> {
  const known = memory.get(buildId);
  if (known) return known;
  const build = await findBuild(database(), publicationId, buildId);
  if (!build || build.servedAt === null) return null;
  if (memory.size >= MOST_REMEMBERED) memory.clear();
  memory.set(buildId, build.manifest);
  return build.manifest;
}

export const findSite = (database: () => Database, slug: string) => findBySlug(database(), slug);
export const findSiteAt = (database: () => Database, domain: string) =>
  findByDomain(database(), domain);
