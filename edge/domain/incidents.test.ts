import { describe, expect, test } from "vitest";
import { changeOfIncidents, incidentsOf, requestsIn, type Health } from "./incidents.ts";

const WELL: Health = {
  runningSandboxes: 15,
  longestWorkMs: 45_000,
  memoryRatio: 0.9,
  quotaLeft: { gemini: 0.2 },
  requests: 1000,
  failed: 10,
  hostedDown: false,
};
const keysOf = (health: Partial<Health>) =>
  incidentsOf({ ...WELL, ...health }).map(({ key }) => key);

describe("incidents", () => {
  test("nothing is told at the limits themselves", () => {
    expect(keysOf({})).toEqual([]);
  });

  test.each([
    ["sandboxes", { runningSandboxes: 16 }],
    ["slow-work", { longestWorkMs: 45_001 }],
    ["memory", { memoryRatio: 0.91 }],
    ["quota:gemini", { quotaLeft: { gemini: 0.19, other: 1 } }],
    ["error-rate", { failed: 11 }],
    ["hosted-down", { hostedDown: true }],
  ] as const)("%s beyond its limit", (key, health) => {
    expect(keysOf(health)).toEqual([key]);
  });

  test("a rate of few requests says nothing, and unknown memory is no incident", () => {
    expect(keysOf({ requests: 19, failed: 19, memoryRatio: null })).toEqual([]);
  });

  test("each is told once when it begins and once when it is over", () => {
    const incident = { key: "memory", message: "" };
    expect(changeOfIncidents([], [incident])).toEqual({ begun: [incident], over: [] });
    expect(changeOfIncidents(["memory"], [incident])).toEqual({ begun: [], over: [] });
    expect(changeOfIncidents(["memory"], [])).toEqual({ begun: [], over: ["memory"] });
  });

  test("only failures of ours count: 500 and above", () => {
    const totals = {
      'http_requests_total{method="GET",route="/a",status="200"}': 8,
      'http_requests_total{method="GET",route="/a",status="404"}': 1,
      'http_requests_total{method="GET",route="/a",status="503"}': 2,
      'failures_total{kind="x"}': 5,
    };
    expect(requestsIn(totals)).toEqual({ requests: 11, failed: 2 });
  });
});
