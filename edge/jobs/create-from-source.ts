import { z } from "zod";
import { fail, ok, type Failure, type Result } from "../../shared/failure.ts";
import { OWN_COMPONENT_IDS } from "../../shared/ports/model.ts";
import { resumeSchema, type Resume } from "../../shared/resume.ts";
import { themeSchema } from "../../shared/theme.ts";
import { draftCv } from "./draft-cv.ts";
import { extractCv } from "./extract-cv.ts";
import { generatePortfolio } from "./generate-portfolio.ts";
import type { JobContext, JobWork } from "./job-work.ts";

const model = { withModel: z.boolean(), isModelHeldBack: z.boolean() };

const inputSchema = z.object({
  source: z.discriminatedUnion("kind", [
    z.object({ kind: z.literal("file"), name: z.string(), ...model }),
    z.object({ kind: z.literal("prompt"), description: z.string(), ...model }),
    z.object({ kind: z.literal("resume"), resume: resumeSchema }),
  ]),
  templateId: z.string(),
  theme: themeSchema.optional(),
  name: z.string().optional(),
  ai_components: z.array(z.enum(OWN_COMPONENT_IDS)).default([]),
});
export type CreateInput = z.input<typeof inputSchema>;

/** A CV, a résumé or a few words → a portfolio in the account: the work of two other jobs, one after the other. */
export const createFromSource: JobWork = async (context) => {
  const { source, ...choices } = inputSchema.parse(context.input);
  const resume = await resumeOf(context, source);
  if (!resume.ok) return resume;
  return generatePortfolio({ ...context, input: { ...choices, resume: resume.value } });
};

async function resumeOf(
  context: JobContext,
  { kind, ...input }: z.output<typeof inputSchema>["source"],
): Promise<Result<Resume>> {
  if ("resume" in input) return ok(input.resume);
  const made = await (kind === "file" ? extractCv : draftCv)({ ...context, input });
  if (!made.ok) return made;
  return "resume" in made.value ? ok(made.value.resume) : fail(NO_RESUME);
}

const NO_RESUME: Failure = {
  kind: "invalid",
  message: "No résumé came of it.",
  nextStep: "Send another file, or a résumé as JSON Resume.",
  retryable: false,
};
