import { isPrivateHost } from "../../shared/site/links.ts";

/** Which of our sites a request is for, decided by its Host header alone. */
export type Site =
  | { readonly kind: "app" }
  /** A frame in which a person's project runs; `id` is the sandbox's. */
  | { readonly kind: "preview"; readonly id: string }
  /** One that a hosted sandbox serves, through our proxy; `id` is the hosted sandbox's. */
  | { readonly kind: "hosted"; readonly id: string }
  /**
   * A published site. On one machine its hosts are the previews' too: what nobody has published under the
   * name is then the preview's of that name.
   */
  | { readonly kind: "published"; readonly slug: string; readonly orPreview: boolean }
  /** A name of the public internet that isn’t ours: a site’s own domain, if one has proved it (R6.1). */
  | { readonly kind: "domain"; readonly domain: string }
  /** A name below the preview host that is no valid id. */
  | { readonly kind: "unknown" };

/** `s-` and an id as `crypto.randomUUID` makes them: no portfolio's id looks so. */
const HOSTED = /^s-([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/;

/** The host of a hosted sandbox's preview; `port` as the app's own page has it. */
export const hostedHost = (sandboxId: string, pattern: string, port: string): string =>
  `${pattern.replace(/:\d+$/, "").replace("{id}", `s-${sandboxId}`)}${port ? `:${port}` : ""}`;

const LABEL = /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/;

/** The host of a published site; `port` as the app's own page has it. */
export const publishedHost = (slug: string, pattern: string, port: string): string =>
  `${pattern.replace(/:\d+$/, "").replace("{slug}", slug)}${port ? `:${port}` : ""}`;

/** What stands behind the name in a pattern of hosts; ports are ignored. */
export const suffixOf = (pattern: string) =>
  pattern
    .toLowerCase()
    .replace(/:\d+$/, "")
    .replace(/\{\w+\}/, "");

/**
 * @param host the Host header, with or without a port
 * @param previews `{id}.preview.example`; ports are ignored
 * @param sites `{slug}.sites.example`; `null` where nothing is published
 * @param app the app’s own host without a port; `null`: any that isn’t a name of the public internet
 */
export function siteOf(
  host: string,
  previews: string,
  sites: string | null = null,
  app: string | null = null,
): Site {
  const name = host.toLowerCase().replace(/:\d+$/, "").replace(/\.$/, "");
  const suffix = suffixOf(previews);
  const isShared = sites !== null && suffixOf(sites) === suffix;
  if (sites !== null && !isShared && name.endsWith(suffixOf(sites))) {
    const slug = name.slice(0, -suffixOf(sites).length);
    return LABEL.test(slug) ? { kind: "published", slug, orPreview: false } : { kind: "unknown" };
  }
  if (!name.endsWith(suffix)) {
    return isOurs(name, [previews, sites], app)
      ? { kind: "app" }
      : { kind: "domain", domain: name };
  }
  const id = name.slice(0, -suffix.length);
  const hosted = HOSTED.exec(id)?.[1];
  if (hosted) return { kind: "hosted", id: hosted };
  if (!LABEL.test(id)) return { kind: "unknown" };
  return isShared ? { kind: "published", slug: id, orPreview: true } : { kind: "preview", id };
}

/** Not a name of the public internet that somebody else could have. */
function isOurs(name: string, [previews, sites]: [string, string | null], app: string | null) {
  if (sites === null || name === app) return true;
  if ([previews, sites].some((pattern) => suffixOf(pattern) === `.${name}`)) return true;
  return isPrivateHost(name) || /^[\d.]+$/.test(name);
}
