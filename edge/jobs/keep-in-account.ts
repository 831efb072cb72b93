import type { Result } from "../../shared/failure.ts";
import { storePortfolio, type NewPortfolio } from "../storage/store-portfolio.ts";
import { withAccount } from "../with-account.ts";
import type { JobContext } from "./job-work.ts";

/** Keeps a job's portfolio in its person's account. Fails as `withAccount` and `storePortfolio` do. */
export const keepInAccount = (
  { env, personId, tier }: JobContext,
  portfolio: NewPortfolio,
): Promise<Result<void>> =>
  withAccount(env, { personId, tier }, (keeping) => storePortfolio(keeping, portfolio));
