import { describe, expect, test } from "vitest";
import { count, exposition, observe, seriesOf, type MetricsDelta } from "./metrics.ts";

describe("metrics", () => {
  test("counts by series, whatever the order of labels", () => {
    const delta: MetricsDelta = {};
    count(delta, "http_requests_total", { route: "/a", status: "200" });
    count(delta, "http_requests_total", { status: "200", route: "/a" }, 2);
    expect(delta).toEqual({ 'http_requests_total{route="/a",status="200"}': 3 });
  });

  test("a histogram's buckets add up, in the order of their bounds", () => {
    const delta: MetricsDelta = {};
    observe(delta, "http_request_seconds", { route: "/a" }, 0.03);
    observe(delta, "http_request_seconds", { route: "/a" }, 20);
    const text = exposition(delta);
    const buckets = [...text.matchAll(/_bucket\{le="([^"]+)",route="\/a"\} (\d)/g)];
    expect(buckets.map((bucket) => bucket[1])).toEqual(
      "0.005 0.01 0.025 0.05 0.1 0.25 0.5 1 2.5 5 10 +Inf".split(" "),
    );
    expect(buckets.map((bucket) => Number(bucket[2]))).toEqual([
      0, 0, 0, 1, 1, 1, 1, 1, 1, 1, 1, 2,
    ]);
    expect(text).toContain('cv2web_http_request_seconds_sum{route="/a"} 20.03');
    expect(text).toContain('cv2web_http_request_seconds_count{route="/a"} 2');
    expect(text).toContain("# TYPE cv2web_http_request_seconds histogram");
  });

  test("label values can’t break out of their quotes", () => {
    expect(seriesOf("x", { a: 'q"\n\\' })).toBe('x{a="q\\"\\n\\\\"}');
  });

  test("leaves unknown series out", () => {
    expect(exposition({ "made_up{}": 1 })).toBe("\n");
  });
});
