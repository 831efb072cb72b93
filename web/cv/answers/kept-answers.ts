import { z } from "zod";
import { NO_ANSWERS, type FewAnswers } from "../../../shared/cv/resume-of-answers.ts";

const KEY = "cv2web.answers";
const DESCRIPTION = "cv2web.description";

const entries = z
  .array(z.object({ what: z.string(), where: z.string(), when: z.string(), told: z.string() }))
  .min(1);
const answersSchema = z.object({
  name: z.string(),
  role: z.string(),
  place: z.string(),
  about: z.string(),
  work: entries,
  study: entries,
  skills: z.string(),
  languages: z.string(),
  links: z.string(),
  email: z.string(),
  phone: z.string(),
});

/** What of the browser's storage is needed; written at once, so that no reload loses a letter. */
export type Memory = Pick<Storage, "getItem" | "setItem" | "removeItem">;

/** This browser's, or `null` where it lets nothing be kept. */
export function browserMemory(): Memory | null {
  try {
    return globalThis.localStorage;
  } catch {
    return null;
  }
}

/** The answers that were given before, or none: also when what is kept can't be understood. */
export function readAnswers(memory: Memory | null): FewAnswers {
  try {
    const kept = answersSchema.safeParse(JSON.parse(memory?.getItem(KEY) ?? "null"));
    return kept.success ? kept.data : NO_ANSWERS;
  } catch {
    return NO_ANSWERS;
  }
}

/** Keeps the answers; `null` forgets them. @returns whether they are kept */
export const keepAnswers = (memory: Memory | null, answers: FewAnswers | null): boolean =>
  keep(memory, KEY, answers === null ? "" : JSON.stringify(answers));

/** What somebody wrote of themselves before; empty where nothing is kept. */
export function readDescription(memory: Memory | null): string {
  try {
    return memory?.getItem(DESCRIPTION) ?? "";
  } catch {
    return "";
  }
}

/** Keeps a description; an empty one is forgotten. @returns whether it is kept */
export const keepDescription = (memory: Memory | null, text: string): boolean =>
  keep(memory, DESCRIPTION, text);

function keep(memory: Memory | null, key: string, text: string): boolean {
  if (memory === null) return false;
  try {
    if (text === "") memory.removeItem(key);
    else memory.setItem(key, text);
    return true;
  } catch {
    return false;
  }
}
