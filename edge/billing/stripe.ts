import { Stripe } from "stripe";
import { fail, ok, type Failure, type Result } from "../../shared/failure.ts";
import type { SubscriptionFacts } from "../domain/tier-of.ts";
import { createOutbound, RefusedError } from "../outbound/outbound.ts";
import { errorLine } from "../observe/error-note.ts";
import type { Payments } from "./payments.ts";

/** One client for the isolate’s life. Tries again by itself under the same idempotency key. */
const outbound = createOutbound({
  who: "The payment service",
  timeoutMs: 10_000,
  tries: 3,
  backoffMs: 300,
  breakAfter: 10,
  halfOpenAfterMs: 20_000,
  atOnce: 50,
});

export interface StripeSettings {
  readonly secretKey: string;
  readonly webhookSecret: string;
  /** The recurring price that is premium. */
  readonly price: string;
  /** Another address than Stripe’s own: a stand-in in tests. */
  readonly apiUrl: string | undefined;
  readonly newId: () => string;
  readonly send: (request: Request) => Promise<Response>;
}

/** Stripe through its SDK; the only file that knows it. */
export function stripePayments(settings: StripeSettings): Payments {
  const { secretKey, webhookSecret, newId, send } = settings;
  const stripe = new Stripe(secretKey, {
    httpClient: Stripe.createFetchHttpClient(((input: Request | string, init?: RequestInit) =>
      send(new Request(input, init))) as typeof fetch),
    // `outbound` tries again.
    maxNetworkRetries: 0,
    telemetry: false,
    ...hostOf(settings.apiUrl),
  });
  const call: Call = (work) => {
    const once = { idempotencyKey: newId() };
    return outbound.call(() =>
      work(once).catch((error: unknown) => {
        throw isFinal(error) ? new RefusedError(errorLine(error)) : error;
      }),
    );
  };
  return {
    makeCustomer: async (personId) => {
      const made = await call((once) =>
        stripe.customers.create({ metadata: { person: personId } }, once),
      );
      return made.ok ? ok(made.value.id) : made;
    },
    ...pagesOf(stripe, call, settings.price),
    subscriptionsOf: async (customerId) => {
      const listed = await call(() =>
        stripe.subscriptions.list({ customer: customerId, status: "all", limit: 100 }),
      );
      return listed.ok ? ok(listed.value.data.map(factsOf)) : listed;
    },
    forget: async (customerId) => {
      const gone = await call(() =>
        stripe.customers.del(customerId).catch((error: unknown) => {
          // Gone already: what was wanted.
          if (error instanceof Stripe.errors.StripeError && error.statusCode === 404) return null;
          throw error;
        }),
      );
      return gone.ok ? ok(undefined) : gone;
    },
    customerIn: (body, signature) => customerIn(stripe, webhookSecret, body, signature),
  };
}

type Call = <T>(work: (once: { idempotencyKey: string }) => Promise<T>) => Promise<Result<T>>;

/** Pages of Stripe’s own, where cards are typed. */
function pagesOf(stripe: Stripe, call: Call, price: string): Pick<Payments, "checkout" | "portal"> {
  const addressOf = (made: Result<{ readonly url: string | null }>): Result<string> => {
    if (!made.ok) return made;
    return made.value.url === null ? fail(NO_PAGE) : ok(made.value.url);
  };
  return {
    checkout: async ({ customerId, back }) =>
      addressOf(
        await call((once) =>
          stripe.checkout.sessions.create(
            {
              mode: "subscription",
              customer: customerId,
              line_items: [{ price, quantity: 1 }],
              success_url: `${back}?paid`,
              cancel_url: back,
            },
            once,
          ),
        ),
      ),
    portal: async ({ customerId, back }) =>
      addressOf(
        await call((once) =>
          stripe.billingPortal.sessions.create({ customer: customerId, return_url: back }, once),
        ),
      ),
  };
}

async function customerIn(
  stripe: Stripe,
  secret: string,
  body: Uint8Array,
  signature: string,
): Promise<Result<string | null>> {
  try {
    const event = await stripe.webhooks.constructEventAsync(
      new TextDecoder().decode(body),
      signature,
      secret,
      undefined,
      Stripe.createSubtleCryptoProvider(),
    );
    return ok(customerOf(event.data.object));
  } catch {
    return fail(NOT_SIGNED);
  }
}

/** Where the SDK sends to, in its own words. */
function hostOf(apiUrl: string | undefined): Partial<Stripe.StripeConfig> {
  if (!apiUrl) return {};
  const { hostname, port, protocol } = new URL(apiUrl);
  const plain = protocol === "http:" ? "http" : "https";
  return { host: hostname, protocol: plain, ...(port === "" ? {} : { port }) };
}

/** A wrong key, a wrong price, a wrong request: another try won't help. */
const isFinal = (error: unknown): boolean =>
  error instanceof Stripe.errors.StripeError &&
  error.statusCode !== undefined &&
  error.statusCode >= 400 &&
  error.statusCode < 500 &&
  error.statusCode !== 429 &&
  error.statusCode !== 409;

const factsOf = (subscription: Stripe.Subscription): SubscriptionFacts => ({
  status: subscription.status,
  paidUntil: subscription.items.data[0]?.current_period_end ?? null,
  ends: subscription.cancel_at_period_end,
});

/** Subscriptions, checkouts and invoices name their customer, customers are one. */
function customerOf(about: object): string | null {
  const { object, id, customer } = about as {
    readonly object?: string;
    readonly id?: string;
    readonly customer?: string | { readonly id: string } | null;
  };
  if (object === "customer") return id ?? null;
  return typeof customer === "object" ? (customer?.id ?? null) : (customer ?? null);
}

const NOT_SIGNED: Failure = {
  kind: "invalid",
  message: "The signature isn’t right.",
  nextStep: "Set STRIPE_WEBHOOK_SECRET to the one of this endpoint.",
  retryable: false,
};
const NO_PAGE: Failure = {
  kind: "unavailable",
  message: "The payment service gave no page.",
  nextStep: "Try again in a moment; nothing was paid.",
  retryable: true,
};
