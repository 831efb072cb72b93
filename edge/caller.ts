import type { KeyScope } from "../shared/api/key-scope.ts";
import type { Tier } from "../shared/limits.ts";

/** Who sends a request. */
export interface Caller {
  readonly personId: string;
  /** `null` where the request came with an API key. */
  readonly sessionId: string | null;
  readonly tier: Tier;
  /** The API key that the request came with. */
  readonly keyId?: string;
}

/** Who sends a request with an API key. */
export interface KeyCaller extends Caller {
  readonly keyId: string;
  readonly scopes: readonly KeyScope[];
}
