import { fail, ok, type Failure, type Result } from "../failure.ts";
import { PUBLISH_LIMITS } from "../limits.ts";
import { parseProjectPath } from "../project.ts";

/** What a site may consist of: extension → media type (IANA). Nothing else is published. */
const TYPES: Readonly<Record<string, string>> = {
  html: "text/html; charset=utf-8",
  css: "text/css; charset=utf-8",
  js: "text/javascript; charset=utf-8",
  mjs: "text/javascript; charset=utf-8",
  json: "application/json; charset=utf-8",
  webmanifest: "application/manifest+json; charset=utf-8",
  txt: "text/plain; charset=utf-8",
  md: "text/markdown; charset=utf-8",
  xml: "application/xml; charset=utf-8",
  vcf: "text/vcard; charset=utf-8",
  bib: "text/plain; charset=utf-8",
  svg: "image/svg+xml",
  png: "image/png",
  jpg: "image/jpeg",
  jpeg: "image/jpeg",
  gif: "image/gif",
  webp: "image/webp",
  avif: "image/avif",
  ico: "image/x-icon",
  woff: "font/woff",
  woff2: "font/woff2",
  ttf: "font/ttf",
  otf: "font/otf",
  pdf: "application/pdf",
  mp4: "video/mp4",
  webm: "video/webm",
};

const extensionOf = (path: string) => /\.([a-z0-9]+)$/i.exec(path)?.[1]?.toLowerCase() ?? "";

/** The media type that a published file is served as; `null` where its kind isn't published. */
export const mediaTypeOf = (path: string): string | null => {
  const extension = extensionOf(path);
  return Object.hasOwn(TYPES, extension) ? TYPES[extension]! : null;
};

/** Whether Brotli makes files of this kind smaller; pictures, fonts in WOFF and films are compressed. */
export const isCompressible = (path: string): boolean =>
  /^(text\/|application\/(json|manifest|xml)|image\/svg|font\/(ttf|otf))/.test(
    mediaTypeOf(path) ?? "",
  );

/** A build's files are named after their content there: such a file never changes. */
export const isHashed = (path: string): boolean => /^assets\/.+-[A-Za-z0-9_-]{6,}\.\w+$/.test(path);

/** One file of a site: SHA-256 of its content in hex, and its bytes. */
export interface SiteFile {
  readonly hash: string;
  readonly size: number;
}
export type SiteManifest = Readonly<Record<string, SiteFile>>;

/**
 * Looks at what is to be published: names, kinds, sizes, and that there is a first page. Fails with
 * `invalid`, `wrong-type` or `too-large` and the file's name.
 */
export function checkManifest(manifest: SiteManifest): Result<SiteManifest> {
  const files = Object.entries(manifest);
  if (!Object.hasOwn(manifest, "index.html")) {
    return fail(problem("invalid", "The site has no first page, index.html."));
  }
  if (files.length > PUBLISH_LIMITS.files) {
    return fail(problem("too-large", `A site may have ${PUBLISH_LIMITS.files} files.`));
  }
  let total = 0;
  for (const [path, { size }] of files) {
    const parsed = parseProjectPath(path);
    if (!parsed.ok || parsed.value !== path) {
      return fail(problem("invalid", `“${path}” can’t be a file’s name in a site.`));
    }
    if (mediaTypeOf(path) === null) {
      return fail(problem("wrong-type", `“${path}” is of a kind that isn’t published.`));
    }
    if (size > PUBLISH_LIMITS.fileBytes) {
      const most = PUBLISH_LIMITS.fileBytes / 1_000_000;
      return fail(problem("too-large", `“${path}” is larger than ${most} MB.`));
    }
    total += size;
  }
  if (total > PUBLISH_LIMITS.siteBytes) {
    const most = PUBLISH_LIMITS.siteBytes / 1_000_000;
    return fail(problem("too-large", `The site’s files are larger than ${most} MB altogether.`));
  }
  return ok(manifest);
}

const problem = (kind: Failure["kind"], message: string): Failure => ({
  kind,
  message,
  nextStep: "Remove or change that file in the Files panel and publish again; nothing is lost.",
  retryable: false,
});

/**
 * The file that a path of a published site's address means: a folder's index, a page without `.html`.
 * `null` where there is none. Only names of the manifest can come out, whatever is asked for.
 */
export function fileAt(
  manifest: Readonly<Record<string, unknown>>,
  pathname: string,
): string | null {
  let path: string;
  try {
    path = decodeURIComponent(pathname).replace(/^\//, "");
  } catch {
    return null;
  }
  const tries =
    path === "" || path.endsWith("/")
      ? [`${path}index.html`]
      : [path, `${path}/index.html`, `${path}.html`];
  return tries.find((name) => Object.hasOwn(manifest, name)) ?? null;
}
