import type { Result } from "../../../shared/failure.ts";
import type { ApiClient } from "../../api/open-client.ts";

/** How hosted sandboxes are reached, given once by the page that offers them. */
export interface HostedApi {
  readonly client: ApiClient;
  /** Who has no session gets one: a hosted sandbox belongs to somebody. */
  readonly ensurePerson: () => Promise<Result<unknown>>;
}

let api: HostedApi | null = null;

/** Before the first hosted sandbox of the page is opened. */
export function configureHosted(given: HostedApi): void {
  api = given;
}

/** @throws when nobody has configured it: the choice of a sandbox never comes here then */
export function hostedApi(): HostedApi {
  if (api === null) throw new Error("Hosted sandboxes aren’t configured.");
  return api;
}
