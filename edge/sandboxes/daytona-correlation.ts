/** How calls to Daytona carry the ids of what they are for (R5.7), the SDK's own among them. */
import { AsyncLocalStorage } from "node:async_hooks";
import { propagation } from "@opentelemetry/api";
import { correlationHeaders, type Correlation } from "../domain/correlation.ts";

const carried = new AsyncLocalStorage<Correlation>();

// The SDK lets OpenTelemetry's propagator write into the headers of each of its requests.
propagation.setGlobalPropagator({
  inject: (_context, carrier, { set }) => {
    for (const [name, value] of Object.entries(carriedHeaders())) set(carrier, name, value);
  },
  extract: (context) => context,
  fields: () => ["x-request-id", "traceparent"],
});

/** Does something whose calls carry these ids. */
export const carrying = <T>(correlation: Correlation, work: () => Promise<T>): Promise<T> =>
  carried.run(correlation, work);

/** The headers of a call of our own within `carrying`. */
export function carriedHeaders(): Readonly<Record<string, string>> {
  const correlation = carried.getStore();
  return correlation ? correlationHeaders(correlation) : {};
}
