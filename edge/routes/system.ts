import { api } from "../../shared/api/table.ts";
import { ok } from "../../shared/failure.ts";
import { offeredSandboxes } from "../domain/offered-sandboxes.ts";
import { openApiDocument } from "../open-api.ts";
import { route, type EdgeHono } from "../route.ts";

/** Health, readiness and the API's own description. */
export function addSystemRoutes(app: EdgeHono): void {
  route(app, api.system.health, async () => ok({ status: "ok" as const }));

  route(app, api.system.ready, async ({ dependencies }) => {
    const ready = await dependencies.isReady();
    return ready.ok ? ok({ status: "ok" as const }) : ready;
  });

  route(app, api.system.configured, async ({ context: { env }, caller, dependencies }) => {
    const signIn: ("github" | "google")[] = [];
    if (env.GITHUB_CLIENT_ID && env.GITHUB_CLIENT_SECRET) signIn.push("github");
    if (env.GOOGLE_CLIENT_ID && env.GOOGLE_CLIENT_SECRET) signIn.push("google");
    const readingModel =
      Boolean(env.GEMINI_API_KEY) && (await dependencies.hasFeature("reading-model", caller));
    const sandbox = offeredSandboxes(env);
    const mayHost = await dependencies.hasFeature("hosted-sandboxes", caller);
    const hosted = mayHost ? sandbox.hosted : "off";
    const chatModel = dependencies.chat.hasServiceKey;
    const funnel = env.FUNNEL === "on";
    return ok({ signIn, readingModel, chatModel, funnel, sandbox: { ...sandbox, hosted } });
  });

  route(app, api.system.openApi, async () => ok(openApiDocument()));
}
