import type { Result } from "../../shared/failure.ts";

export type RecordType = "A" | "AAAA" | "CNAME" | "TXT";

/** Asks DNS. */
export interface Resolver {
  /**
   * The records of a name, names without the dot at their end; none where there is no such name. Fails with
   * `unavailable` or `timed-out` where nobody can say: that isn’t an answer.
   */
  records(name: string, type: RecordType): Promise<Result<readonly string[]>>;
}
