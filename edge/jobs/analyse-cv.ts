import { z } from "zod";
import { analyseResume } from "../../shared/cv/analysis/analyse-resume.ts";
import type { CvAnalysis } from "../../shared/job-result.ts";
import { ok, type Result } from "../../shared/failure.ts";
import { resumeSchema } from "../../shared/resume.ts";
import { analyseWithModel } from "../cv/analyse-with-model.ts";
import { modelOf } from "../model/model-of.ts";
import type { JobWork } from "./job-work.ts";

const inputSchema = z.object({
  resume: resumeSchema,
  withModel: z.boolean(),
  isModelHeldBack: z.boolean().default(false),
});

const RULES = { name: "rules", title: "Looking with the rules", upTo: 60 } as const;
const MODEL = { name: "model", title: "Looking with the model", upTo: 95 } as const;

/** What is missing, weak or unclear in a résumé (R1.8), by rules; deeper by a model when agreed to. */
export const analyseCv: JobWork = async (context) => {
  const { resume, withModel, isModelHeldBack } = inputSchema.parse(context.input);
  const today = new Date(context.now()).toISOString().slice(0, 10);
  const found = await context.step(
    RULES,
    async (): Promise<Result<CvAnalysis>> =>
      ok({ kind: "cv-analyse", source: "rules", findings: [...analyseResume(resume, today)] }),
    ({ findings }) => `${findings.length} remarks`,
  );
  if (isModelHeldBack) {
    await context.warn("model", "AI isn’t on for you yet; the rules alone looked.");
  }
  if (!found.ok || !withModel) return found;
  const model = modelOf(context.env, context);
  if (!model) {
    await context.warn("model", "No model is configured here; the rules alone looked.");
    return found;
  }
  return ok((await analyseWithModel(context, model, resume, found.value, MODEL)) ?? found.value);
};
