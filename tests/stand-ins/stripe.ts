/**
 * Stripe’s API as far as premium goes, at wire level (https://docs.stripe.com/api): forms in, JSON out. A
 * test says what Stripe knows by `PUT /stand-in/subscriptions`, and asks by `GET /stand-in/customers/{id}`.
 */
interface Subscription {
  readonly id: string;
  readonly customer: string;
  readonly status: string;
  readonly ends?: boolean;
}
const customers = new Map<string, { readonly person: string; isDeleted: boolean }>();
const subscriptions = new Map<string, Subscription>();

const answer = (status: number, body: unknown) =>
  Response.json(body, { status, headers: { "request-id": "req_test" } });
const refuse = (status: number, message: string) =>
  answer(status, { error: { type: "invalid_request_error", message } });

/** Answers one request. */
export async function answerStripe(request: Request): Promise<Response> {
  const { pathname, searchParams, origin } = new URL(request.url);
  const way = `${request.method} ${pathname}`;
  if (way === "PUT /stand-in/subscriptions") {
    const sent = (await request.json()) as Subscription;
    subscriptions.set(sent.id, sent);
    return answer(200, {});
  }
  const asked = /^GET \/stand-in\/customers\/(\w+)$/.exec(way)?.[1];
  if (asked) return answer(200, customers.get(asked) ?? null);
  if (request.headers.get("authorization") !== "Bearer sk_test_1") {
    return answer(401, { error: { type: "authentication_error", message: "Invalid API Key" } });
  }
  if (!request.headers.get("stripe-version")) return refuse(400, "Stripe-Version is missing");
  if (way === "GET /v1/subscriptions") return listOf(searchParams.get("customer") ?? "");
  const deleted = /^DELETE \/v1\/customers\/(\w+)$/.exec(way)?.[1];
  if (deleted) return deleteCustomer(deleted);
  if (!request.headers.get("idempotency-key")) return refuse(400, "no idempotency key");
  const form = new URLSearchParams(await request.text());
  if (way === "POST /v1/customers") {
    const id = `cus_${customers.size + 1}`;
    customers.set(id, { person: form.get("metadata[person]") ?? "", isDeleted: false });
    return answer(200, { id, object: "customer" });
  }
  return makeAnswer(way, form, origin);
}

function makeAnswer(way: string, form: URLSearchParams, origin: string): Response {
  const customer = form.get("customer") ?? "";
  if (!customers.has(customer)) return refuse(400, `No such customer: '${customer}'`);
  if (way === "POST /v1/checkout/sessions") {
    if (
      form.get("mode") !== "subscription" ||
      form.get("line_items[0][price]") !== "price_premium"
    ) {
      return refuse(400, "No such price");
    }
    const url = `${origin}/pay?back=${encodeURIComponent(form.get("success_url") ?? "")}`;
    return answer(200, { id: "cs_1", object: "checkout.session", url });
  }
  if (way === "POST /v1/billing_portal/sessions") {
    const url = `${origin}/manage?back=${encodeURIComponent(form.get("return_url") ?? "")}`;
    return answer(200, { id: "bps_1", object: "billing_portal.session", url });
  }
  return refuse(404, "Unrecognized request URL");
}

function listOf(customer: string): Response {
  const data = [...subscriptions.values()]
    .filter((one) => one.customer === customer)
    .map(({ id, status, ends = false }) => ({
      id,
      object: "subscription",
      customer,
      status,
      cancel_at_period_end: ends,
      items: {
        object: "list",
        data: [{ object: "subscription_item", current_period_end: 1_900_000_000 }],
      },
    }));
  return answer(200, { object: "list", data, has_more: false, url: "/v1/subscriptions" });
}

function deleteCustomer(id: string): Response {
  const customer = customers.get(id);
  if (!customer || customer.isDeleted) return refuse(404, `No such customer: '${id}'`);
  customer.isDeleted = true;
  for (const [key, one] of subscriptions) {
    if (one.customer === id) subscriptions.set(key, { ...one, status: "canceled" });
  }
  return answer(200, { id, object: "customer", deleted: true });
}
