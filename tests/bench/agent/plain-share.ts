import { readFile } from "node:fs/promises";
import { fromRoot } from "../../../scripts/paths.ts";
import { context } from "../../../shared/agent/plain/test-site.ts";
import { understand } from "../../../shared/agent/plain/understand.ts";

/** What one request came to: the sentence that the site answers with, or nothing. */
export interface PlainOutcome {
  readonly request: string;
  readonly said: string | null;
}

/** A hundred requests in people's own words, and what is done about each without a model. */
export async function plainOutcomes(name: string): Promise<readonly PlainOutcome[]> {
  const text = await readFile(fromRoot(`tests/bench/requests/${name}.txt`), "utf8");
  return text
    .trim()
    .split("\n")
    .map((request) => ({
      request,
      said:
        understand(request, context)
          ?.map(({ said }) => said)
          .join(" ") ?? null,
    }));
}
