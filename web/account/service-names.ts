import type { Service } from "./account-acts.ts";

/** Other services by which people sign in, as they call themselves. */
export const SERVICE_NAMES: Readonly<Record<Service, string>> = {
  github: "GitHub",
  google: "Google",
};
