import { appFor } from "./compose.ts";
import type { Env } from "./env.ts";

export default {
  fetch: (request, env, context) => appFor(env).fetch(request, env, context),
} satisfies ExportedHandler<Env>;
