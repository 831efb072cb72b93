import type { Finding } from "../../../shared/cv/analysis/finding.ts";

/** Tells two findings apart: a rule says one thing of one place. */
export const keyOf = ({ rule, pointer }: Finding): string => `${rule} ${pointer}`;
