/** Cloudflare for SaaS: custom hostnames with certificates (developers.cloudflare.com/api, custom_hostnames). */
import { z } from "zod";
import { fail, ok, type Failure, type Result } from "../../shared/failure.ts";
import { DOMAIN_LIMITS } from "../../shared/limits.ts";
import { createOutbound } from "../outbound/outbound.ts";
import type { Certificate, Certificates } from "./certificates.ts";

const hostname = z.object({
  id: z.string(),
  /** `active` once the name leads to Cloudflare and is proved. */
  status: z.string(),
  ssl: z.object({ status: z.string() }).nullish(),
});
const envelope = z.object({
  /** A deletion’s answer says its id alone. */
  success: z.boolean().default(true),
  errors: z.array(z.object({ code: z.number() })).nullish(),
  result: z.unknown(),
});

/** “Duplicate custom hostname found.” */
const DUPLICATE = 1406;

const outbound = createOutbound({
  who: "The service for certificates",
  timeoutMs: DOMAIN_LIMITS.callMs,
  tries: 2,
  backoffMs: 300,
  breakAfter: 10,
  halfOpenAfterMs: 20_000,
  atOnce: 10,
});

/** Custom hostnames of the zone that sites are served from. The token goes to `origin` and nowhere else. */
export function cloudflareHostnames(given: {
  /** `https://api.cloudflare.com/client/v4`, or a stand-in. */
  readonly origin: string;
  readonly zoneId: string;
  readonly token: string;
  readonly send: (request: Request) => Promise<Response>;
}): Certificates {
  const { origin, zoneId, token, send } = given;
  const ask = (method: "GET" | "POST" | "DELETE", rest: string, json?: unknown) =>
    outbound.call(async (signal) => {
      const request = new Request(`${origin}/zones/${zoneId}/custom_hostnames${rest}`, {
        method,
        redirect: "manual",
        signal,
        headers: { authorization: `Bearer ${token}`, "content-type": "application/json" },
        ...(json === undefined ? {} : { body: JSON.stringify(json) }),
      });
      const answer = await send(request);
      if (answer.status >= 500 || answer.status === 429) throw new Error(`status ${answer.status}`);
      return { status: answer.status, body: envelope.parse(await answer.json()) };
    });
  return {
    async order(domain) {
      const ssl = { method: "http", type: "dv", settings: { min_tls_version: "1.2" } };
      const made = await ask("POST", "", { hostname: domain, ssl });
      if (!made.ok) return made;
      const { success, errors, result } = made.value.body;
      if (success) return certificateIn(result);
      if (!errors?.some(({ code }) => code === DUPLICATE)) return fail(REFUSED);
      const found = await ask("GET", `?hostname=${encodeURIComponent(domain)}`);
      if (!found.ok) return found;
      const all = z.array(z.unknown()).safeParse(found.value.body.result);
      return all.success && all.data.length > 0 ? certificateIn(all.data[0]) : fail(REFUSED);
    },
    async look(id) {
      const asked = await ask("GET", `/${encodeURIComponent(id)}`);
      if (!asked.ok) return asked;
      if (asked.value.status === 404) return ok(null);
      return asked.value.body.success ? certificateIn(asked.value.body.result) : fail(REFUSED);
    },
    async remove(id) {
      const gone = await ask("DELETE", `/${encodeURIComponent(id)}`);
      if (!gone.ok) return gone;
      const { status } = gone.value;
      return status === 404 || status < 300 ? ok(undefined) : fail(REFUSED);
    },
  };
}

function certificateIn(result: unknown): Result<Certificate> {
  const parsed = hostname.safeParse(result);
  if (!parsed.success) return fail(REFUSED);
  const { id, status, ssl } = parsed.data;
  const isActive = status === "active" && ssl?.status === "active";
  return ok({ id, state: isActive ? "active" : "pending" });
}

const REFUSED: Failure = {
  kind: "unavailable",
  message: "The service for certificates refused.",
  nextStep: "Check again in a few minutes; the domain is looked at every night too.",
  retryable: true,
};
