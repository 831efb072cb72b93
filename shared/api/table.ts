/** Every endpoint of the API. What isn't here isn't served; what is here has a rule for who may call it. */
import type { Endpoint } from "./endpoint.ts";
import { operator } from "./operator.ts";
import { system } from "./system.ts";

export const api = { system, operator } as const;

export const ENDPOINTS: readonly Endpoint[] = Object.values(api).flatMap(
  (group) => Object.values(group) as readonly Endpoint[],
);
