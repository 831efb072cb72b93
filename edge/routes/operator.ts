import { api } from "../../shared/api/table.ts";
import { exposition } from "../domain/metrics.ts";
import { route, type EdgeHono } from "../route.ts";

/** What only the operator sees and does. */
export function addOperatorRoutes(app: EdgeHono): void {
  route(app, api.operator.metrics, async ({ dependencies }) => {
    const text = exposition(await dependencies.metrics.read());
    return new Response(text, {
      headers: { "content-type": "text/plain; version=0.0.4; charset=utf-8" },
    });
  });
}
