import type { Resume } from "../../resume.ts";
import type { Finding, Rule } from "./finding.ts";
import { PERSON_RULES } from "./person-rules.ts";
import { TEXT_RULES } from "./text-rules.ts";
import { TIME_RULES } from "./time-rules.ts";

/** Every rule, what weighs most first; findings come in this order. */
export const ANALYSIS_RULES: readonly Rule[] = [...PERSON_RULES, ...TIME_RULES, ...TEXT_RULES];

/**
 * What is missing, weak or unclear in a CV, by rules alone (R1.8). Two findings never say the same of
 * one place. @param today `YYYY-MM-DD`
 */
export function analyseResume(resume: Resume, today: string): readonly Finding[] {
  return ANALYSIS_RULES.flatMap(({ id, why, todo, find }) =>
    find(resume, today).map(({ pointer, sentence }) => ({
      rule: id,
      pointer,
      sentence,
      why,
      todo,
    })),
  );
}
