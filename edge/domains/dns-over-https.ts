/** DNS over HTTPS as JSON, which Cloudflare and Google answer alike (developers.cloudflare.com/1.1.1.1, dns-json). */
import { z } from "zod";
import { ok } from "../../shared/failure.ts";
import { DOMAIN_LIMITS } from "../../shared/limits.ts";
import { createOutbound } from "../outbound/outbound.ts";
import type { RecordType, Resolver } from "./resolver.ts";

const answerSchema = z.object({
  /** The response code: 0 no error, 3 no such name (IANA’s DNS parameters). */
  Status: z.number(),
  Answer: z.array(z.object({ type: z.number(), data: z.string() })).optional(),
});

const NUMBERS: Readonly<Record<RecordType, number>> = { A: 1, CNAME: 5, TXT: 16, AAAA: 28 };
const NO_SUCH_NAME = 3;

const outbound = createOutbound({
  who: "The name service",
  timeoutMs: DOMAIN_LIMITS.callMs,
  tries: 2,
  backoffMs: 200,
  breakAfter: 10,
  halfOpenAfterMs: 20_000,
  atOnce: 20,
});

/** @param url `https://cloudflare-dns.com/dns-query`, or one that answers like it */
export function dnsOverHttps(url: string, send: (request: Request) => Promise<Response>): Resolver {
  return {
    async records(name, type) {
      const asked = new URL(url);
      asked.searchParams.set("name", name);
      asked.searchParams.set("type", type);
      const answered = await outbound.call(async (signal) => {
        const headers = { accept: "application/dns-json" };
        const answer = await send(new Request(asked, { headers, redirect: "manual", signal }));
        if (!answer.ok) throw new Error(`status ${answer.status}`);
        const body = answerSchema.parse(await answer.json());
        if (body.Status !== 0 && body.Status !== NO_SUCH_NAME) {
          throw new Error(`response code ${body.Status}`);
        }
        return body.Answer ?? [];
      });
      if (!answered.ok) return answered;
      // A chain of CNAMEs comes along with what it leads to.
      const own = answered.value.filter((record) => record.type === NUMBERS[type]);
      return ok(own.map(({ data }) => plain(data, type)));
    },
  };
}

/** A text comes in quoted pieces of 255 bytes at most (RFC 1035, 3.3.14); a name with its dot. */
function plain(data: string, type: RecordType): string {
  if (type !== "TXT") return data.toLowerCase().replace(/\.$/, "");
  const pieces = [...data.matchAll(/"((?:[^"\\]|\\.)*)"/g)].map(([, piece]) => piece!);
  return pieces.length === 0 ? data : pieces.join("").replaceAll(/\\(.)/g, "$1");
}
