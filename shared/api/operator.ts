import { z } from "zod";
import { endpoint } from "./endpoint.ts";

const TAG = "Operator";

export const operator = {
  metrics: endpoint({
    method: "GET",
    path: "/metrics",
    access: "operator",
    summary: "Counters and gauges in Prometheus’ text format",
    tag: TAG,
    cost: 0,
    output: z.undefined(),
    answers: "bytes",
  }),
} as const;
