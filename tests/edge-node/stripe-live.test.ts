/** Against Stripe itself, in its test mode; the customer that is made is deleted again. */
import { expect, test } from "vitest";
import { stripePayments } from "../../edge/billing/stripe.ts";

const { LIVE_STRIPE_KEY: secretKey = "", LIVE_STRIPE_PRICE: price = "" } = process.env;

test.skipIf(!secretKey.startsWith("sk_test_") || price === "")(
  "Stripe itself gives pages and says what a customer has (needs LIVE_STRIPE_KEY, sk_test_…, and LIVE_STRIPE_PRICE)",
  async () => {
    const payments = stripePayments({
      secretKey,
      price,
      webhookSecret: "whsec_unused",
      apiUrl: undefined,
      newId: () => crypto.randomUUID(),
      send: (request) => fetch(request),
    });
    const customer = await payments.makeCustomer(`live-${crypto.randomUUID()}`);
    expect(customer).toMatchObject({ ok: true });
    if (!customer.ok) return;
    const given = { customerId: customer.value, back: "https://example.org/billing" };
    expect(await payments.checkout(given)).toMatchObject({
      value: expect.stringMatching(/^https:\/\/checkout\.stripe\.com\//),
    });
    expect(await payments.subscriptionsOf(customer.value)).toEqual({ ok: true, value: [] });
    expect(await payments.forget(customer.value)).toMatchObject({ ok: true });
    expect(await payments.forget(customer.value)).toMatchObject({ ok: true });
  },
);
