import { fail, ok, type Failure } from "../../shared/failure.ts";
import { JOB_KINDS } from "../../shared/job.ts";
import { api } from "../../shared/api/table.ts";
import type { Dependencies } from "../dependencies.ts";
import { FEATURES } from "../domain/feature.ts";
import { exposition, seriesOf } from "../domain/metrics.ts";
import { route, type EdgeHono } from "../route.ts";

/** What only the operator sees and does. */
export function addOperatorRoutes(app: EdgeHono): void {
  route(app, api.operator.metrics, async ({ dependencies }) => {
    const [counted, now] = await Promise.all([dependencies.metrics.read(), dependencies.gauges()]);
    const text = exposition({ ...counted, ...now });
    return new Response(text, {
      headers: { "content-type": "text/plain; version=0.0.4; charset=utf-8" },
    });
  });

  route(app, api.operator.features, async ({ dependencies }) =>
    ok({ features: await featureViews(dependencies) }),
  );

  route(app, api.operator.switchFeature, async ({ input, dependencies }) => {
    const feature = FEATURES.find((one) => one === input.params.feature);
    if (!feature) return fail(NO_FEATURE);
    await dependencies.switchFeature(feature, input.body.percent);
    const views = await featureViews(dependencies);
    return ok(views.find((view) => view.feature === feature)!);
  });

  route(app, api.operator.failedJobs, async ({ dependencies }) => {
    const lists = await Promise.all(
      JOB_KINDS.map((kind) => dependencies.queueOf(kind).listFailed()),
    );
    return ok({ jobs: lists.flat().toSorted((a, b) => b.failedAt - a.failedAt) });
  });

  route(app, api.operator.runAgain, async ({ input, dependencies }) => {
    const { jobId } = input.params;
    const again = await dependencies.job(jobId).runAgain();
    if (!again.ok) return again;
    await dependencies.queueOf(again.value.kind).removeFailed(jobId);
    return ok({ jobId });
  });
}

const NO_FEATURE: Failure = {
  kind: "not-found",
  message: "There is no such feature.",
  nextStep: `These can be switched: ${FEATURES.join(", ")}.`,
  retryable: false,
};

async function featureViews({ featurePercents, metrics }: Dependencies) {
  const [percents, counted] = await Promise.all([featurePercents(), metrics.read()]);
  return FEATURES.map((feature) => {
    const decided = (variant: string) =>
      counted[seriesOf("feature_total", { feature, variant })] ?? 0;
    const outcome = (variant: string, of: string) =>
      counted[seriesOf("feature_outcome_total", { feature, variant, outcome: of })] ?? 0;
    const outcomes = (variant: string) => ({
      published: outcome(variant, "published"),
      liked: outcome(variant, "liked"),
      disliked: outcome(variant, "disliked"),
    });
    return {
      feature,
      percent: percents.now[feature],
      configured: percents.configured[feature],
      on: decided("on"),
      off: decided("off"),
      outcomes: { on: outcomes("on"), off: outcomes("off") },
    };
  });
}
