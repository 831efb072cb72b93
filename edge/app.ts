import { Hono } from "hono";
import type { Dependencies } from "./dependencies.ts";
import { correlationOf, type Correlation } from "./domain/correlation.ts";
import type { Site } from "./domain/host.ts";
import type { Env } from "./env.ts";
import { checkSameOrigin } from "./middleware/same-origin.ts";
import { respondCounted, type EdgeContext, type EdgeHono, type Variables } from "./route.ts";
import { addAnalyticsRoutes } from "./routes/analytics.ts";
import { addAiUsageRoutes } from "./routes/ai-usage.ts";
import { addAiRoutes } from "./routes/ai.ts";
import { addAuthRoutes } from "./routes/auth.ts";
import { addLetterRoutes } from "./routes/letters.ts";
import { addBillingRoutes } from "./routes/billing.ts";
import { addMaintenanceRoutes } from "./routes/maintenance.ts";
import { addSandboxRoutes } from "./routes/sandboxes.ts";
import { addDraftLinkRoutes } from "./routes/draft-links.ts";
import { addDomainRoutes } from "./routes/domains.ts";
import { addElsewhereRoutes } from "./routes/elsewhere.ts";
import { addFunnelRoutes } from "./routes/funnel.ts";
import { addGenerateRoutes } from "./routes/generate.ts";
import { addCvRoutes } from "./routes/cv.ts";
import { addJobRoutes } from "./routes/jobs.ts";
import { addKeyRoutes } from "./routes/keys.ts";
import { addUsageRoutes } from "./routes/usage.ts";
import { addOperatorRoutes } from "./routes/operator.ts";
import { addContentRoutes } from "./routes/contents.ts";
import { addConversationRoutes } from "./routes/conversation.ts";
import { addPortfolioRoutes } from "./routes/portfolios.ts";
import { addProjectRoutes } from "./routes/projects.ts";
import { addOversightRoutes } from "./routes/oversight.ts";
import { addPrivacyRoutes } from "./routes/privacy.ts";
import { addPublicationRoutes } from "./routes/publications.ts";
import { addReportRoutes } from "./routes/reports.ts";
import { addSystemRoutes } from "./routes/system.ts";
import { serveApp } from "./serve/app-site.ts";
import { serveHosted } from "./serve/hosted-site.ts";
import { serveDomain, servePublished } from "./serve/published-site.ts";
import { servePreview } from "./serve/preview-site.ts";
import { DATA_HEADERS } from "./serve/security-headers.ts";

/** Makes what one request's routes need. */
export type Compose = (
  env: Env,
  /** Keeps the worker alive for work that goes on after the answer. */
  afterAnswer: (work: Promise<unknown>) => void,
  correlation: Correlation,
) => Dependencies;

/** Two years, as hstspreload.org asks for; only said over https, where it means something. */
const HSTS = "max-age=63072000; includeSubDomains";

const ROUTES = [
  addSystemRoutes,
  addPortfolioRoutes,
  addProjectRoutes,
  addConversationRoutes,
  addContentRoutes,
  addJobRoutes,
  addKeyRoutes,
  addAiRoutes,
  addAiUsageRoutes,
  addCvRoutes,
  addGenerateRoutes,
  addSandboxRoutes,
  addPublicationRoutes,
  addDraftLinkRoutes,
  addDomainRoutes,
  addElsewhereRoutes,
  addBillingRoutes,
  addLetterRoutes,
  addAnalyticsRoutes,
  addUsageRoutes,
  addFunnelRoutes,
  addOperatorRoutes,
  addOversightRoutes,
  addReportRoutes,
  addPrivacyRoutes,
  addAuthRoutes,
  addMaintenanceRoutes,
] as const;

/**
 * The worker's routes, made once an isolate. Hosts come first: on a preview host nothing of the app is
 * reachable, neither its pages nor its API (R3.6).
 */
export function createApp(compose: Compose): EdgeHono {
  const app = new Hono<{ Bindings: Env; Variables: Variables }>();

  app.use(async (context, next) => {
    const correlation = correlationIn(context.req.raw.headers);
    const { requestId } = correlation;
    const dependencies = compose(
      context.env,
      (work) => context.executionCtx.waitUntil(work),
      correlation,
    );
    context.set("requestId", requestId);
    context.set("dependencies", dependencies);
    const site = dependencies.siteOf(context.req.header("host") ?? new URL(context.req.url).host);
    const elsewhere = await answerElsewhere(context.req.raw, site, dependencies);
    if (elsewhere) return elsewhere;
    const sameOrigin = checkSameOrigin(context.req.raw, dependencies.appOrigin);
    const startedAt = dependencies.now();
    if (sameOrigin.ok) await dependencies.trace("request", { method: context.req.method }, next);
    else context.res = respondCounted(context, requestId, sameOrigin.failure);
    addHeaders(context, requestId);
    recordRequest(context, startedAt);
    dependencies.answered();
    return undefined;
  });

  for (const addRoutes of ROUTES) addRoutes(app);

  app.all("/api/*", (context) =>
    respondCounted(context, context.get("requestId"), {
      kind: "not-found",
      message: "There is nothing at this address.",
      nextStep: "Check the address.",
      retryable: false,
    }),
  );

  app.get("*", (context) => serveApp(context.req.raw, context.get("dependencies")));

  app.onError(async (error, context) => {
    const requestId = context.get("requestId");
    context.get("dependencies").log({
      level: "error",
      event: "request-crash",
      error,
    });
    const { afterAnswer, reportCrash } = context.get("dependencies");
    afterAnswer(reportCrash(error, context.get("route") ?? "a file"));
    return respondCounted(context, requestId, {
      kind: "unavailable",
      message: "Something went wrong on our side.",
      nextStep: "Try again in a moment; what you made is safe in your browser.",
      retryable: true,
    });
  });
  return app;
}

/** The answer of a host that isn’t the app’s; `null`: it is. */
async function answerElsewhere(
  request: Request,
  site: Site,
  dependencies: Dependencies,
): Promise<Response | null> {
  if (site.kind === "preview") return servePreview(request, dependencies);
  if (site.kind === "hosted") return serveHosted(request, site.id, dependencies);
  if (site.kind === "unknown") return new Response("Not found", { status: 404 });
  if (site.kind === "app") return null;
  const page =
    site.kind === "published"
      ? await servePublished(request, site, dependencies)
      : await serveDomain(request, site.domain, dependencies);
  if (page) dependencies.answered();
  return page;
}

const correlationIn = (headers: Headers): Correlation =>
  correlationOf(
    { requestId: headers.get("x-request-id"), traceparent: headers.get("traceparent") },
    () => crypto.randomUUID(),
  );

/** What every answer of the app's host carries, refusals too. */
function addHeaders(context: EdgeContext, requestId: string): void {
  context.header("x-request-id", requestId);
  if (context.req.url.startsWith("https:")) context.header("strict-transport-security", HSTS);
  if (context.get("route") === undefined && !context.req.path.startsWith("/api/")) return;
  for (const [name, value] of Object.entries(DATA_HEADERS)) context.header(name, value);
}

/** Files are left out: there are many, and the asset server's own figures tell about them. */
function recordRequest(context: EdgeContext, startedAt: number): void {
  const route = context.get("route");
  if (route === undefined) return;
  const { metrics, log, now, afterAnswer } = context.get("dependencies");
  const ms = now() - startedAt;
  const { method } = context.req;
  const { status } = context.res;
  metrics.count("http_requests_total", { route, method, status: String(status) });
  metrics.observe("http_request_seconds", { route }, ms / 1000);
  log({ event: "request-end", route, method, status, ms });
  afterAnswer(metrics.send());
}
