/** What was found on a page that runs. The frame's code can forge it: it is data, nothing more. */
export interface PageAudit {
  /** By axe: the rule, what it asks for, and the element. */
  readonly findings: readonly {
    readonly rule: string;
    readonly said: string;
    readonly html: string;
  }[];
  /** Addresses that the page has asked for beside what came over the port. */
  readonly outside: readonly string[];
}
