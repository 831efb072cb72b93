import { fail, ok, type Failure, type Result } from "../../shared/failure.ts";
import type { Dependencies } from "../dependencies.ts";
import { hostedHost } from "../domain/host.ts";

/** The query's name under which a pass comes to a preview's host, where it becomes a cookie. */
export const PASS_QUERY = "cv2web-pass";

type LinkDependencies = Pick<Dependencies, "passes" | "previewHost">;

/** A hosted preview's own origin, as seen from the page that asks. */
export function previewOrigin(
  { previewHost }: LinkDependencies,
  request: Request,
  sandboxId: string,
): string {
  const { protocol, port } = new URL(request.url);
  const host = request.headers.get("host") ?? "";
  return `${protocol}//${hostedHost(sandboxId, previewHost, /:(\d+)$/.exec(host)?.[1] ?? port)}`;
}

/** Where its owner looks at it: with a pass, since the preview's host knows no session. */
export async function ownPreviewUrl(
  dependencies: LinkDependencies,
  request: Request,
  sandboxId: string,
  expiresAt: number,
): Promise<string> {
  const origin = previewOrigin(dependencies, request, sandboxId);
  const pass = await dependencies.passes?.sign({ sandboxId, expiresAt, password: null });
  return pass ? `${origin}/?${PASS_QUERY}=${pass}` : `${origin}/`;
}

/** A link for others, with its QR code. Fails with `unavailable` where nothing can be signed. */
export async function linkTo(
  dependencies: LinkDependencies,
  request: Request,
  sandboxId: string,
  wanted: {
    readonly expiresAt: number;
    readonly password: string | null;
    readonly draw: (url: string) => string;
  },
): Promise<Result<{ url: string; expires_at: number; qr_code: string }>> {
  const { passes } = dependencies;
  if (!passes) return fail(NO_LINKS);
  const { expiresAt, password } = wanted;
  const mark = password === null ? null : await passes.markOf(sandboxId, password);
  const pass = await passes.sign({ sandboxId, expiresAt, password: mark });
  const url = `${previewOrigin(dependencies, request, sandboxId)}/?${PASS_QUERY}=${pass}`;
  return ok({ url, expires_at: expiresAt, qr_code: wanted.draw(url) });
}

const NO_LINKS: Failure = {
  kind: "unavailable",
  message: "Links can’t be made here: no key to sign them is configured.",
  nextStep: "Ask whoever runs this service.",
  retryable: false,
};
