import { api } from "../../shared/api/table.ts";
import { ok } from "../../shared/failure.ts";
import { route, type EdgeHono } from "../route.ts";

/** Bare counters of the way from drop to publish, where `FUNNEL` is `on`. */
export function addFunnelRoutes(app: EdgeHono): void {
  route(
    app,
    api.funnel.count,
    async ({ input, dependencies: { metrics }, context: { env, req } }) => {
      if (env.FUNNEL !== "on" || objects(req.raw.headers)) return ok({ counted: false });
      const { body } = input;
      if ("step" in body) metrics.count("funnel_total", { step: body.step });
      else metrics.count("sandbox_choices_total", { kind: body.sandbox });
      return ok({ counted: true });
    },
  );
}

/** Do Not Track, or Global Privacy Control (https://www.w3.org/TR/gpc/). The app asks nothing then; others may. */
const objects = (headers: Headers): boolean =>
  headers.get("dnt") === "1" || headers.get("sec-gpc") === "1";
