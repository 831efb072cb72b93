import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { METRICS } from "../domain/metrics.ts";

const edge = new URL("../", import.meta.url);
const source = readdirSync(edge, { recursive: true, encoding: "utf8" })
  .filter((path) => path.endsWith(".ts") && !path.endsWith(".test.ts"))
  .filter((path) => path !== "domain/metrics.ts")
  .map((path) => readFileSync(new URL(path, edge), "utf8"))
  .join("\n");

/** Counted, measured or read as a gauge: with its name in quotes as an argument. */
const isCounted = (name: string) =>
  new RegExp(`(?:count|observe|seriesOf)\\(\\s*(?:[\\w.#]+,\\s*)?["\`']${name}["\`']`).test(
    source,
  ) || source.includes(`\`${name}{`);

test("every metric is counted somewhere", () => {
  const missing = Object.keys(METRICS).filter((name) => !isCounted(name));
  expect(missing).toEqual([]);
});
