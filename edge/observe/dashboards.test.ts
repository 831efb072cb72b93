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

test("every metric has its place on the dashboard", () => {
  const text = readFileSync(new URL("dashboards/grafana.json", import.meta.url), "utf8");
  expect(Object.keys(METRICS).filter((name) => !text.includes(`cv2web_${name}`))).toEqual([]);
});
