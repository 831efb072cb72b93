import type { Result } from "../../shared/failure.ts";
import type { SubscriptionFacts } from "../domain/tier-of.ts";

/** Who takes the money; `edge/billing/stripe.ts` is the one there is. Fails with `unavailable` or `timed-out`. */
export interface Payments {
  /** Makes a customer who stands for this person. @returns their id over there */
  makeCustomer(personId: string): Promise<Result<string>>;
  /** A page where premium is bought; it leads back to `back`. @returns its address */
  checkout(given: { readonly customerId: string; readonly back: string }): Promise<Result<string>>;
  /** A page where it is changed, ended, and where bills are. @returns its address */
  portal(given: { readonly customerId: string; readonly back: string }): Promise<Result<string>>;
  /** Every subscription of a customer, as it stands now, newest first. */
  subscriptionsOf(customerId: string): Promise<Result<readonly SubscriptionFacts[]>>;
  /** Ends all subscriptions at once and forgets the customer. */
  forget(customerId: string): Promise<Result<void>>;
  /**
   * The customer that a message to our webhook is about; `null` where it is about none. Fails with
   * `invalid` where its signature isn't right or is older than five minutes.
   */
  customerIn(body: Uint8Array, signature: string): Promise<Result<string | null>>;
}
