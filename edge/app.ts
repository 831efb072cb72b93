import { Hono } from "hono";
import type { Dependencies } from "./dependencies.ts";
import { respond } from "./respond.ts";
import { serveApp } from "./serve/app-site.ts";
import { servePreview } from "./serve/preview-site.ts";

/**
 * The worker's routes. Hosts come first: on a preview host nothing of the app is reachable, neither
 * its pages nor its API (R3.6).
 */
export function createApp(dependencies: Dependencies) {
  const app = new Hono();

  app.use(async (context, next) => {
    const site = dependencies.siteOf(context.req.header("host") ?? new URL(context.req.url).host);
    if (site.kind === "preview") return servePreview(context.req.raw, dependencies);
    if (site.kind === "unknown") return new Response("Not found", { status: 404 });
    return next();
  });

  app.get("/healthz", (context) => context.json({ status: "ok" }));

  app.all("/api/*", (context) =>
    respond(context, dependencies.newRequestId(), {
      kind: "not-found",
      message: "There is nothing at this address.",
      nextStep: "Check the address.",
      retryable: false,
    }),
  );

  app.get("*", (context) => serveApp(context.req.raw, dependencies));

  app.onError((error, context) => {
    const requestId = dependencies.newRequestId();
    dependencies.log({ level: "error", requestId, error: String(error) });
    return respond(context, requestId, {
      kind: "unavailable",
      message: "Something went wrong on our side.",
      nextStep: "Try again in a moment; what you made is safe in your browser.",
      retryable: true,
    });
  });
  return app;
}
