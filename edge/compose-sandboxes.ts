import type { Dependencies } from "./dependencies.ts";
import type { Env } from "./env.ts";
import { openPassOffice } from "./keys/preview-pass.ts";

type Sandboxes = Pick<Dependencies, "sandbox" | "fleet" | "passes">;

/** Hosted sandboxes, for one request. */
export const composeSandboxes = (env: Env): Sandboxes => ({
  sandbox: (sandboxId) => env.SANDBOX.getByName(sandboxId),
  fleet: () => env.SANDBOX_FLEET.getByName("all"),
  passes: env.INTERNAL_KEY ? openPassOffice(env.INTERNAL_KEY) : null,
});
