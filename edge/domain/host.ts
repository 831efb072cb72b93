/** Which of our sites a request is for, decided by its Host header alone. */
export type Site =
  | { readonly kind: "app" }
  /** A frame in which a person's project runs; `id` is the sandbox's. */
  | { readonly kind: "preview"; readonly id: string }
  /** A name below the preview host that is no valid id. */
  | { readonly kind: "unknown" };

const LABEL = /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/;

/**
 * @param host the Host header, with or without a port
 * @param pattern `{id}.preview.example`; ports are ignored
 */
export function siteOf(host: string, pattern: string): Site {
  const name = host.toLowerCase().replace(/:\d+$/, "").replace(/\.$/, "");
  const suffix = pattern.toLowerCase().replace(/:\d+$/, "").replace("{id}", "");
  if (!name.endsWith(suffix)) return { kind: "app" };
  const id = name.slice(0, -suffix.length);
  return LABEL.test(id) ? { kind: "preview", id } : { kind: "unknown" };
}
