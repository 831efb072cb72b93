import { QueryClient } from "@tanstack/react-query";
import { openClient } from "../api/open-client.ts";

/** The API on the app's own origin. Loaded with the first screen that needs it, never with the app. */
export const apiClient = openClient({
  send: (request) => fetch(request),
  origin: location.origin,
  newRequestId: () => crypto.randomUUID(),
});

/** Facts of the server. A failure is shown with a button to try again rather than tried in silence. */
export const queryClient = new QueryClient({
  defaultOptions: { queries: { retry: false, staleTime: 30_000 } },
});
