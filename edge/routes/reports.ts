import { api } from "../../shared/api/table.ts";
import { ok } from "../../shared/failure.ts";
import { noteAct } from "../db/rows/audit-rows.ts";
import { closeReport, listReports } from "../db/rows/report-rows.ts";
import { route, type EdgeHono } from "../route.ts";

/** What visitors report of published sites, for the operator. */
export function addReportRoutes(app: EdgeHono): void {
  route(app, api.reports.list, async ({ dependencies }) =>
    ok({ items: await listReports(dependencies.database()) }),
  );

  route(app, api.reports.close, async ({ input, dependencies, requestId }) => {
    const { reportId } = input.params;
    const closed = await closeReport(dependencies.database(), reportId);
    const entry = { personId: null, act: "report-close", requestId, detail: { report: reportId } };
    if (closed) await noteAct(dependencies.database(), entry);
    return ok({ closed });
  });
}
