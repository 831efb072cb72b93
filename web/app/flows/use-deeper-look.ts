import { useCallback, useEffect, useState } from "react";
import { z } from "zod";
import { analyseResume } from "../../../shared/cv/analysis/analyse-resume.ts";
import type { Finding } from "../../../shared/cv/analysis/finding.ts";
import { detectLanguage } from "../../../shared/cv/detect-language.ts";
import { fail, ok, type Result } from "../../../shared/failure.ts";
import type { Resume } from "../../../shared/resume.ts";
import type { DeeperLook } from "../../cv/review/deeper-look.ts";
import { useAsked } from "../../ui/use-asked.ts";
import { portfolioStorage } from "../compose.ts";
import { cannotLoad } from "./cannot-load.ts";

const text = z.string();
const keptSchema = z.object({
  /** Of the CV that was looked at. */
  hash: text,
  findings: z.array(z.object({ rule: text, pointer: text, sentence: text, why: text, todo: text })),
});
type Kept = z.infer<typeof keptSchema>;

const settingOf = (portfolioId: string) => `deeper/${portfolioId}`;

/** A model's look at the CV (R1.8), kept by the CV's hash: the same CV is looked at once. */
export function useDeeperLook(portfolioId: string, resume: Resume): DeeperLook {
  const asked = useAsked<Kept>();
  const [kept, setKept] = useState<Kept | null>(null);
  const [hash, setHash] = useState<string | null>(null);
  useEffect(() => {
    let isLeft = false;
    void hashOf(resume).then((now) => !isLeft && setHash(now));
    return () => {
      isLeft = true;
    };
  }, [resume]);
  useEffect(() => {
    let isLeft = false;
    void portfolioStorage()
      .then((storage) => storage.readSetting(settingOf(portfolioId)))
      .then((read) => {
        const found = keptSchema.safeParse(read.ok ? read.value : null);
        if (!isLeft && found.success) setKept(found.data);
      });
    return () => {
      isLeft = true;
    };
  }, [portfolioId]);
  const { ask, stop, isAsking, failure, answer } = asked;
  const look = useCallback(
    () =>
      ask(async (signal) => {
        const found = await findingsOf(resume, signal).catch((error: unknown) =>
          fail(cannotLoad(error)),
        );
        if (!found.ok) return found;
        const fresh = { hash: await hashOf(resume), findings: [...found.value] };
        const storage = await portfolioStorage();
        await storage.writeSetting(settingOf(portfolioId), fresh);
        return ok(fresh);
      }),
    [ask, portfolioId, resume],
  );
  const last = [answer, kept].find((one) => one !== null && one.hash === hash);
  return { findings: last?.findings ?? null, isLooking: isAsking, failure, look, stop };
}

async function findingsOf(
  resume: Resume,
  signal: AbortSignal,
): Promise<Result<readonly Finding[]>> {
  const [{ apiClient }, { withWordsModel }, { deeperFindings }] = await Promise.all([
    import("../api-client.ts"),
    import("./words-model.ts"),
    import("../../../shared/agent/words/deeper-findings.ts"),
  ]);
  const known = analyseResume(resume, new Date().toISOString().slice(0, 10));
  const said = resume.meta?.["language"];
  const language = typeof said === "string" ? said : detectLanguage(JSON.stringify(resume));
  return withWordsModel(apiClient, (model) =>
    deeperFindings({ model, signal, resume, known, language }),
  );
}

/** SHA-256 of what a résumé says, as hex. */
async function hashOf(resume: Resume): Promise<string> {
  const { meta: _, ...said } = resume;
  const bytes = new TextEncoder().encode(JSON.stringify(said));
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  return [...digest].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}
