import { jobEventSchema, type JobEvent } from "../../shared/job.ts";

/** Whole events of a text that may end in the middle of one. */
export const wholeEvents = (text: string): JobEvent[] =>
  text
    .split("\n\n")
    .slice(0, -1)
    .flatMap((block) => {
      const json = /^data: (.*)$/m.exec(block)?.[1];
      return json ? [jobEventSchema.parse(JSON.parse(json))] : [];
    });
