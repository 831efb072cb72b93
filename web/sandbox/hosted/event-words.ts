import { z } from "zod";
import type { JobEvent } from "../../../shared/job.ts";

const placeSchema = z.object({
  position: z.number().int().positive(),
  expectedWaitMs: z.number().nonnegative(),
});

/** Where somebody stands in the queue, in words; `null` for every other event. */
export function queueWords({ step, detail }: Pick<JobEvent, "step" | "detail">): string | null {
  const place = placeSchema.safeParse(step === "queue" ? detail : null);
  return place.success ? placeWords(place.data.position, place.data.expectedWaitMs) : null;
}

const printedSchema = z.object({ lines: z.array(z.string()) });

/** What the step that an event tells of has printed. */
export function printedLines({ detail }: Pick<JobEvent, "detail">): readonly string[] {
  const printed = printedSchema.safeParse(detail);
  return printed.success ? printed.data.lines : [];
}

/** `expectedWaitMs`: milliseconds. What stands in brackets changes, the rest names the step. */
export function placeWords(position: number, expectedWaitMs: number): string {
  const minutes = Math.ceil(expectedWaitMs / 60_000);
  const wait = minutes > 0 ? `, about ${minutes} min` : "";
  return `Waiting for a hosted sandbox (place ${position}${wait})`;
}
