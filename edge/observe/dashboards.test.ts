import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { METRICS, type Metric } from "../domain/metrics.ts";

const KNOWN = new Set(
  Object.entries<Metric>(METRICS).flatMap(([name, { type }]) =>
    type === "histogram" ? ["bucket", "sum", "count"].map((end) => `${name}_${end}`) : [name],
  ),
);

test.each(["grafana.json", "alerts.yaml"])("%s asks for metrics that are there", (file) => {
  const text = readFileSync(new URL(`dashboards/${file}`, import.meta.url), "utf8");
  const asked = [...text.matchAll(/cv2web_(\w+)/g)].map((match) => match[1]!);
  expect(asked.length).toBeGreaterThan(5);
  expect(asked.filter((name) => !KNOWN.has(name))).toEqual([]);
});

/** Of others: Prometheus' node exporter on Linux. */
const OTHERS = ["node_memory_MemAvailable_bytes", "node_memory_MemTotal_bytes"];

test("every alert asks for metrics that are there, and each of the operator’s incidents has one", () => {
  const text = readFileSync(new URL("dashboards/alerts.yaml", import.meta.url), "utf8");
  const alerts = [...text.matchAll(/- alert: (\w+)\n\s+expr: (.+)/g)];
  const known = new Set([...[...KNOWN].map((name) => `cv2web_${name}`), ...OTHERS]);
  for (const [, alert, expression] of alerts) {
    const asked = expression!.match(/\b(?:cv2web|node)_\w+/g) ?? [];
    expect(asked, alert).not.toEqual([]);
    expect(asked.filter((name) => !known.has(name))).toEqual([]);
  }
  expect(alerts.map(([, name]) => name)).toEqual(expect.arrayContaining(ALERT_OF_INCIDENT));
});

/** R5.7, in the order of `edge/domain/incidents.ts`. */
const ALERT_OF_INCIDENT = [
  "ManySandboxes",
  "SlowWork",
  "Memory",
  "ProviderQuota",
  "ErrorRate",
  "HostedDown",
];

test("every metric has its place on the dashboard", () => {
  const text = readFileSync(new URL("dashboards/grafana.json", import.meta.url), "utf8");
  expect(Object.keys(METRICS).filter((name) => !text.includes(`cv2web_${name}`))).toEqual([]);
});
