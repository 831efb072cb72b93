/**
 * What is counted (R5.7), and how it is written down for Prometheus (text exposition format 0.0.4).
 * A series is its line's beginning, `name{label="value"}`; everything counted is added up by series.
 */
export interface Metric {
  readonly type: "counter" | "histogram" | "gauge";
  readonly help: string;
  /** Upper bounds of a histogram's buckets, in its unit. */
  readonly buckets?: readonly number[];
}

const REQUEST_SECONDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];
const WORK_SECONDS = [0.1, 0.25, 0.5, 1, 2, 5, 10, 20, 30, 45, 60, 120];

export const METRICS = {
  http_requests_total: { type: "counter", help: "Requests by route, method and status" },
  http_request_seconds: {
    type: "histogram",
    help: "Time to the answer's head, by route",
    buckets: REQUEST_SECONDS,
  },
  failures_total: { type: "counter", help: "Failures answered, by kind" },
  jobs_total: { type: "counter", help: "Jobs ended, by kind and outcome" },
  job_seconds: {
    type: "histogram",
    help: "Time from start to end of a job, by kind",
    buckets: WORK_SECONDS,
  },
  job_wait_seconds: {
    type: "histogram",
    help: "Time in the queue, by kind",
    buckets: WORK_SECONDS,
  },
  queue_depth: { type: "gauge", help: "Jobs that wait, by kind" },
  queue_running: { type: "gauge", help: "Jobs that run, by kind" },
  sandboxes: { type: "gauge", help: "Hosted sandboxes by state" },
  hosted_up: {
    type: "gauge",
    help: "1 while hosted sandboxes answer, 0 while they don't; not there where none are offered",
  },
  sandboxes_created_total: { type: "counter", help: "Hosted sandboxes made, by outcome" },
  sandboxes_cleaned_total: { type: "counter", help: "Hosted sandboxes removed by the scan" },
  sandbox_create_seconds: {
    type: "histogram",
    help: "Time until a hosted sandbox runs",
    buckets: WORK_SECONDS,
  },
  sandbox_life_seconds: {
    type: "histogram",
    help: "Life of a hosted sandbox",
    buckets: [600, 3600, 6 * 3600, 86_400, 7 * 86_400, 30 * 86_400],
  },
  sandbox_choices_total: {
    type: "counter",
    help: "Kind of sandbox chosen for a portfolio that was opened",
  },
  ai_seconds: { type: "histogram", help: "Time of a model call, by model", buckets: WORK_SECONDS },
  ai_tokens_total: { type: "counter", help: "Model tokens, by model and direction" },
  ai_cost_dollars_total: { type: "counter", help: "Cost of model calls in US dollars, by model" },
  outbound_total: { type: "counter", help: "Calls to others, by whom and outcome" },
  provider_quota_left_ratio: { type: "gauge", help: "Part of a provider's quota that is left" },
  cache_total: { type: "counter", help: "Look-ups in caches, by cache and hit or miss" },
  mail_total: { type: "counter", help: "E-mails handed over, by outcome" },
  funnel_total: {
    type: "counter",
    help: "Ways from a drop that reached a step: drop, preview, edit, publish",
  },
  feature_total: { type: "counter", help: "Decisions on features by percentage: on or off" },
  feature_outcome_total: {
    type: "counter",
    help: "Sites published, liked and disliked, by feature and whether it is on for their owner",
  },
  scheduled_total: { type: "counter", help: "Runs of scheduled work, by name and outcome" },
  people: { type: "gauge", help: "People by tier" },
} as const satisfies Record<string, Metric>;
export type MetricName = keyof typeof METRICS;

export type Labels = Readonly<Record<string, string>>;
/** Series → what to add to it. */
export type MetricsDelta = Record<string, number>;

/** Adds to a counter. */
export function count(delta: MetricsDelta, name: MetricName, labels: Labels = {}, by = 1): void {
  const series = seriesOf(name, labels);
  delta[series] = (delta[series] ?? 0) + by;
}

/** Puts one measurement into a histogram; `value` in the unit that the name ends with. */
export function observe(
  delta: MetricsDelta,
  name: MetricName,
  labels: Labels,
  value: number,
): void {
  const metric: Metric = METRICS[name];
  for (const bound of metric.buckets ?? []) {
    const fits = value <= bound ? 1 : 0;
    count(delta, `${name}_bucket` as MetricName, { ...labels, le: String(bound) }, fits);
  }
  count(delta, `${name}_bucket` as MetricName, { ...labels, le: "+Inf" });
  count(delta, `${name}_sum` as MetricName, labels, value);
  count(delta, `${name}_count` as MetricName, labels);
}

/** `name{a="1",b="2"}`, labels in order, values escaped. */
export function seriesOf(name: string, labels: Labels): string {
  const pairs = Object.entries(labels)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([label, value]) => `${label}="${escapeLabel(value)}"`);
  return pairs.length === 0 ? name : `${name}{${pairs.join(",")}}`;
}

const escapeLabel = (value: string) =>
  value.replaceAll("\\", "\\\\").replaceAll('"', '\\"').replaceAll("\n", "\\n");

/** Everything counted, as Prometheus reads it. Series of unknown metrics are left out. */
export function exposition(totals: Readonly<MetricsDelta>): string {
  const lines: string[] = [];
  const series = Object.keys(totals).toSorted();
  for (const [name, metric] of Object.entries(METRICS)) {
    const own = series.filter((one) => metricOf(one) === name);
    if (own.length === 0) continue;
    lines.push(`# HELP cv2web_${name} ${metric.help}`, `# TYPE cv2web_${name} ${metric.type}`);
    const ordered = own.toSorted((a, b) => boundOf(a) - boundOf(b));
    lines.push(...ordered.map((one) => `cv2web_${one} ${totals[one]}`));
  }
  return `${lines.join("\n")}\n`;
}

/** Buckets of one histogram come in the order of their bounds. */
const boundOf = (series: string) => {
  const bound = /le="([^"]+)"/.exec(series)?.[1];
  return bound === undefined ? 0 : bound === "+Inf" ? Infinity : Number(bound);
};

function metricOf(series: string): string {
  const name = series.replace(/\{.*$/s, "");
  if (name in METRICS) return name;
  return name.replace(/_(bucket|sum|count)$/, "");
}
