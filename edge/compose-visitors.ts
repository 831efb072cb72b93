import { addressOf } from "./address.ts";
import { readAddress } from "./db/rows/sandbox-rows.ts";
import type { Dependencies } from "./dependencies.ts";
import type { Correlation } from "./domain/correlation.ts";
import type { Env } from "./env.ts";
import { openChallengeOffice } from "./keys/letter-challenge.ts";
import { letterToOwner } from "./letters/tell-owner.ts";
import { sendMail } from "./mail/send-mail.ts";
import { sendCorrelated } from "./outbound/send-correlated.ts";
import { siteUrls } from "./publish/site-url.ts";
import { countVisits, emptyVisitMemory } from "./visits/count-visits.ts";

/** Visits that this isolate has gathered, whatever the request. */
const memory = emptyVisitMemory();

type Surroundings = Pick<
  Dependencies,
  "database" | "keys" | "takeRate" | "afterAnswer" | "log" | "metrics" | "now"
> & { readonly correlation: Correlation };

/** What visitors of published sites do beside looking, for one request. */
export function composeVisitors(
  env: Env,
  around: Surroundings,
): Pick<Dependencies, "letterDesk" | "countVisits"> {
  const { database, keys, now, takeRate, afterAnswer } = around;
  return {
    letterDesk: (request) => ({
      database,
      personKey: (personId) => keys.person(personId),
      challenges: env.INTERNAL_KEY ? openChallengeOffice(env.INTERNAL_KEY) : null,
      takeRate: (tokens) => takeRate({ address: addressOf(request) }, tokens),
      newId: () => crypto.randomUUID(),
      now,
      tellOwner: ({ ownerId, slug }, letter) => {
        if (!env.MAIL_URL || !env.PUBLISH_HOST) return;
        const siteUrl = siteUrls(env.PUBLISH_HOST, request)(slug);
        const given = { siteUrl, inboxUrl: `${appOf(request, env.APP_ORIGIN)}/inbox` };
        afterAnswer(
          tellOwner(env, around, ownerId, (to) => letterToOwner(letter, { to, ...given })),
        );
      },
    }),
    countVisits: (request, sightings) => {
      const who = {
        address: addressOf(request),
        agent: request.headers.get("user-agent") ?? "",
      };
      const pause = (ms: number) => new Promise<void>((settle) => setTimeout(settle, ms));
      return countVisits(
        { memory, database, now, pause },
        sightings.map((sighting) => ({ ...sighting, ...who })),
      );
    },
  };
}

/** On one machine the app is at any loopback name; letters name the plainest. */
function appOf(request: Request, appOrigin: string): string {
  const { protocol, port } = new URL(request.url);
  return appOrigin || `${protocol}//localhost${port ? `:${port}` : ""}`;
}

async function tellOwner(
  env: Env,
  { database, keys, log, metrics, correlation }: Surroundings,
  ownerId: string,
  written: (to: string) => ReturnType<typeof letterToOwner>,
): Promise<void> {
  const sealed = await readAddress(database(), ownerId);
  const key = await keys.lookUp();
  const to = sealed === null || !key.ok ? null : await key.value.open(sealed);
  if (to === null) return;
  const sent = await sendMail(env, written(to), sendCorrelated(correlation));
  metrics.count("mail_total", { outcome: sent.ok ? "sent" : "failed" });
  // It waits in the inbox all the same.
  if (!sent.ok) log({ level: "error", event: "mail-failed", detail: sent.failure.detail });
}
