import { ok } from "../shared/failure.ts";
import { TIER_LIMITS } from "../shared/limits.ts";
import { isOwned } from "./db/rows/portfolio-rows.ts";
import type { Dependencies } from "./dependencies.ts";
import type { Env } from "./env.ts";
import type { KeyRing } from "./keys/key-ring.ts";
import { readLink, signLink } from "./keys/signed-link.ts";
import { openBlobs } from "./storage/blobs.ts";
import { rowIdOf } from "./storage/kept-portfolios.ts";

type Storage = Pick<Dependencies, "keepingOf" | "ownsPortfolio" | "signLink" | "readLink">;

/** What people keep in their accounts, for one request. */
export function composeStorage(
  env: Pick<Env, "BLOBS" | "INTERNAL_KEY">,
  database: Dependencies["database"],
  keys: KeyRing,
): Storage {
  return {
    keepingOf: async ({ personId, tier }) => {
      const key = await keys.person(personId);
      if (!key.ok) return key;
      const blobs = openBlobs({
        bucket: env.BLOBS,
        database: database(),
        key: key.value,
        personId,
        limit: TIER_LIMITS[tier].storageBytes,
        newId: () => crypto.randomUUID(),
      });
      return ok({ database: database(), key: key.value, blobs, personId, now: () => Date.now() });
    },
    ownsPortfolio: async ({ personId }, portfolioId) => {
      const key = await keys.person(personId);
      if (!key.ok) return false;
      const rowId = await rowIdOf(key.value, portfolioId);
      return isOwned(database(), personId, rowId);
    },
    signLink: async (claim) => (env.INTERNAL_KEY ? signLink(env.INTERNAL_KEY, claim) : null),
    readLink: async (token) =>
      env.INTERNAL_KEY ? readLink(env.INTERNAL_KEY, token, Date.now()) : null,
  };
}
