import { readFile } from "node:fs/promises";
import { fromRoot } from "../../../scripts/paths.ts";
import type { PlainContext } from "../../../shared/agent/plain/plain-kind.ts";
import { context } from "../../../shared/agent/plain/test-site.ts";
import { understand } from "../../../shared/agent/plain/understand.ts";
import { DANIEL, MIRA, PRIYA } from "./people.ts";

export const HUNDREDS = [
  "first-hundred",
  "second-hundred",
  "third-hundred",
  "fourth-hundred",
  "fifth-hundred",
  "sixth-hundred",
  "seventh-hundred",
  "eighth-hundred",
] as const;
type Hundred = (typeof HUNDREDS)[number];

/** Whose CV a hundred is about, where it isn’t the small site of the grammar’s own tests. */
const ABOUT: Partial<Record<Hundred, PlainContext["resume"]>> = {
  "sixth-hundred": MIRA,
  "seventh-hundred": DANIEL,
  "eighth-hundred": PRIYA,
};

/** A request in a person's own words. */
export interface PlainOutcome {
  readonly request: string;
  /** The right answer, as somebody judged it; `null` where a model is needed. */
  readonly right: string | null;
  /** What the site answers without a model. */
  readonly said: string | null;
}

/** A hundred requests, and what is done about each without a model. */
export async function plainOutcomes(name: Hundred): Promise<readonly PlainOutcome[]> {
  const site = { ...context, resume: ABOUT[name] ?? context.resume };
  const text = await readFile(fromRoot(`tests/bench/requests/${name}.txt`), "utf8");
  return text
    .trim()
    .split("\n")
    .map((line) => {
      const [request = "", right = "-"] = line.split("\t");
      const answers = understand(request, site)?.map(({ said }) => said);
      return { request, right: right === "-" ? null : right, said: answers?.join(" ") ?? null };
    });
}
