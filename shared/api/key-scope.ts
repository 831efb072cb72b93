/** What an API key may be allowed to do: look at projects, or make, change and delete them. */
export const KEY_SCOPES = ["read", "write"] as const;
export type KeyScope = (typeof KEY_SCOPES)[number];
