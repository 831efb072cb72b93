import { z } from "zod";
import { openClient } from "../../../web/api/open-client.ts";
import { configureHosted } from "../../../web/sandbox/open-sandbox.ts";

/** As the app reaches hosted sandboxes, for somebody without an account. */
export function reachHosted(): Promise<void> {
  const client = openClient({
    send: (request) => fetch(request),
    origin: location.origin,
    newRequestId: () => crypto.randomUUID(),
  });
  const session = { method: "GET", path: "/api/auth/get-session" } as const;
  const signIn = { method: "POST", path: "/api/auth/sign-in/anonymous", body: {} } as const;
  return configureHosted({
    client,
    ensurePerson: async () => {
      const there = await client.callAt(session, z.unknown().nullish());
      return !there.ok || there.value ? there : client.callAt(signIn, z.unknown());
    },
  });
}
