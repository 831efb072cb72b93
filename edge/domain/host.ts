/** Which of our sites a request is for, decided by its Host header alone. */
export type Site =
  | { readonly kind: "app" }
  /** A frame in which a person's project runs; `id` is the sandbox's. */
  | { readonly kind: "preview"; readonly id: string }
  /** One that a hosted sandbox serves, through our proxy; `id` is the hosted sandbox's. */
  | { readonly kind: "hosted"; readonly id: string }
  /** A name below the preview host that is no valid id. */
  | { readonly kind: "unknown" };

/** `s-` and an id as `crypto.randomUUID` makes them: no portfolio's id looks so. */
const HOSTED = /^s-([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/;

/** The host of a hosted sandbox's preview; `port` as the app's own page has it. */
export const hostedHost = (sandboxId: string, pattern: string, port: string): string =>
  `${pattern.replace(/:\d+$/, "").replace("{id}", `s-${sandboxId}`)}${port ? `:${port}` : ""}`;

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
  const hosted = HOSTED.exec(id)?.[1];
  if (hosted) return { kind: "hosted", id: hosted };
  return LABEL.test(id) ? { kind: "preview", id } : { kind: "unknown" };
}
