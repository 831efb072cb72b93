import { fail, ok, type Failure, type Result } from "../../../shared/failure.ts";
import { accountActs } from "../../account/account-acts.ts";
import type { ApiClient } from "../../api/open-client.ts";
import type { OpenProject } from "../../project/open-project.ts";
import { openPortfolioStorage } from "../../storage/portfolio-storage.ts";
import { httpAccountStorage } from "../../sync/http-account-storage.ts";
import { syncOnce } from "../../sync/open-sync.ts";

/**
 * Brings the open portfolio here and in the account to the same state now: files, versions, conversation.
 * Fails with `unauthenticated` when nobody is signed in, with what keeps this portfolio from going up, and
 * as a round of syncing does.
 */
export async function bringToAccount(given: {
  readonly client: ApiClient;
  readonly project: Pick<OpenProject, "id" | "flush">;
}): Promise<Result<void>> {
  const { client, project } = given;
  const flushed = await project.flush();
  if (!flushed.ok) return flushed;
  const [there, storage] = await Promise.all([
    accountActs(client).whoIsThere(),
    openPortfolioStorage(),
  ]);
  if (!there.ok) return there;
  if (!storage.ok) return storage;
  if (there.value === null) return fail(SIGN_IN);
  const account = httpAccountStorage(client);
  const personId = there.value.person.id;
  const round = await syncOnce({ storage: storage.value, account, personId });
  if (!round.ok) return round;
  const stuck = round.value.stuck.get(project.id);
  return stuck ? fail(stuck) : ok(undefined);
}

const SIGN_IN: Failure = {
  kind: "unauthenticated",
  message: "You are signed out.",
  nextStep: "Sign in again; your work is safe in this browser.",
  retryable: false,
};
