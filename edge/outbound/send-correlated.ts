import { correlationHeaders, type Correlation } from "../domain/correlation.ts";

/** Sends requests to others with the ids of what they are sent for (R5.7). */
export const sendCorrelated =
  (correlation: Correlation) =>
  (request: Request): Promise<Response> => {
    const headers = new Headers(request.headers);
    for (const [name, value] of Object.entries(correlationHeaders(correlation))) {
      headers.set(name, value);
    }
    return fetch(new Request(request, { headers }));
  };
