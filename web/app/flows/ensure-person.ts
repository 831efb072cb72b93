import { z } from "zod";
import type { Result } from "../../../shared/failure.ts";
import type { ApiClient } from "../../api/open-client.ts";

/** Somebody without a session gets one without a name: quotas are counted by it, and things belong to it. */
export async function ensurePerson(client: ApiClient): Promise<Result<unknown>> {
  const there = await client.callAt(
    { method: "GET", path: "/api/auth/get-session" },
    z.unknown().nullish(),
  );
  if (!there.ok || there.value) return there;
  const at = { method: "POST", path: "/api/auth/sign-in/anonymous", body: {} } as const;
  return client.callAt(at, z.unknown());
}
