import { z } from "zod";
import type { CvDocument, Extraction } from "../../shared/cv-document.ts";
import { extractResume } from "../../shared/cv/extract-resume.ts";
import { fail, ok } from "../../shared/failure.ts";
import type { CvExtraction } from "../../shared/job-result.ts";
import { pdfEngineInWorkerd } from "../../web/cv/read/pdf-engine-in-workerd.ts";
import { readCv } from "../../web/cv/read/read-cv.ts";
import { WRONG } from "../../web/cv/read/say-what-is-wrong.ts";
import { hiddenText } from "../cv/hidden-text.ts";
import { readWithModel } from "../cv/read-with-model.ts";
import { cachedReading } from "../cv/reading-cache-of.ts";
import { modelOf } from "../model/model-of.ts";
import { assetBytes } from "./asset-bytes.ts";
import type { JobContext, JobWork } from "./job-work.ts";

const inputSchema = z.object({
  name: z.string(),
  withModel: z.boolean(),
  /** A model was asked for by somebody to whom it isn’t switched on yet. */
  isModelHeldBack: z.boolean().default(false),
});

const STEPS = {
  read: { name: "read", title: "Reading the file", upTo: 40 },
  fields: { name: "fields", title: "Finding sections and facts", upTo: 70 },
  model: { name: "model", title: "Reading with the model", upTo: 95 },
} as const;

/** A CV file → a résumé with evidence: the same reading as in the browser, then a model's when agreed to. */
export const extractCv: JobWork = async (context) => {
  const { file, personId, env } = context;
  const { name, withModel, isModelHeldBack } = inputSchema.parse(context.input);
  if (!file || file.length === 0) return fail(WRONG.empty());
  const model = withModel ? modelOf(env, context) : null;
  if (withModel && !model) {
    await context.warn("model", "No model is configured here; the rules alone read your CV.");
  }
  if (isModelHeldBack) {
    await context.warn(
      "model",
      "Reading with AI isn’t on for you yet; the rules alone read your CV.",
    );
  }
  const readings = env.READINGS.getByName(personId);
  const cached = await cachedReading(readings, file, model?.name ?? "rules");
  const known = await cached.read();
  context.count("cache_total", { cache: "reading", outcome: known ? "hit" : "miss" });
  if (known)
    return context.step(
      STEPS.model,
      async () => ok(known),
      () => "as read before",
    );

  const document = await context.step(STEPS.read, () => readHere(context, name, file), sizeOf);
  if (!document.ok) return document;
  const rules = await context.step(
    STEPS.fields,
    async () => ok(extractResume(document.value, context.now)),
    ({ counts }) => `${counts.sections} sections, ${counts.facts} facts`,
  );
  if (!rules.ok) return rules;

  const byRules = extractionOf(document.value, rules.value);
  const byModel = model
    ? await readWithModel(context, model, document.value, byRules, STEPS.model)
    : null;
  const extraction = byModel ?? byRules;
  // What the model couldn't do today isn't remembered for a month.
  if ((!model || byModel) && !context.signal.aborted) await cached.keep(extraction);
  return ok(extraction);
};

const readHere = ({ env }: JobContext, name: string, bytes: Uint8Array) =>
  readCv(
    { name, bytes },
    pdfEngineInWorkerd((path) => assetBytes(env.ASSETS, path)),
  );

const extractionOf = (document: CvDocument, { resume, evidence }: Extraction): CvExtraction => ({
  kind: "cv-extract",
  source: "rules",
  resume,
  evidence: structuredClone(evidence) as CvExtraction["evidence"],
  proposals: [],
  hidden: hiddenText(document),
  fromCache: false,
});

function sizeOf(document: CvDocument): string {
  if (document.kind === "pages") return `${document.pages.length} pages`;
  return document.kind === "flow" ? `${document.lines.length} lines` : "a résumé as data";
}
