import type { Payments } from "./billing/payments.ts";
import type { Configuration } from "./configuration.ts";
import type { Dependencies } from "./dependencies.ts";
import type { Correlation } from "./domain/correlation.ts";
import { sendCorrelated } from "./outbound/send-correlated.ts";

/** Who takes the money, for one request; nobody where Stripe isn’t configured whole. */
export function composeBilling(
  env: Configuration,
  correlation: Correlation,
): Pick<Dependencies, "payments"> {
  const { STRIPE_SECRET_KEY: secretKey, STRIPE_WEBHOOK_SECRET: webhookSecret } = env;
  const { STRIPE_PRICE: price, STRIPE_API_URL: apiUrl } = env;
  if (!secretKey || !webhookSecret || !price) return { payments: null };
  // The SDK comes with the first who needs it.
  const open = async (): Promise<Payments> => {
    const { stripePayments } = await import("./billing/stripe.ts");
    return stripePayments({
      secretKey,
      webhookSecret,
      price,
      apiUrl,
      newId: () => crypto.randomUUID(),
      send: sendCorrelated(correlation),
    });
  };
  return {
    payments: {
      makeCustomer: async (personId) => (await open()).makeCustomer(personId),
      checkout: async (given) => (await open()).checkout(given),
      portal: async (given) => (await open()).portal(given),
      subscriptionsOf: async (customerId) => (await open()).subscriptionsOf(customerId),
      forget: async (customerId) => (await open()).forget(customerId),
      customerIn: async (body, signature) => (await open()).customerIn(body, signature),
    },
  };
}
