import type { EdgeContext } from "../route.ts";

/** After which event a stream goes on: as its `Last-Event-ID` says, else as its query does. */
export function startOf(context: EdgeContext, asked: number | undefined): number {
  const header = Number(context.req.header("last-event-id"));
  return Number.isInteger(header) && header > 0 ? header : (asked ?? 0);
}
