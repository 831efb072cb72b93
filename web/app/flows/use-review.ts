import { useCallback, useEffect, useMemo, useState } from "react";
import { CHECK_BELOW } from "../../../shared/cv-document.ts";
import { readResume } from "../../../shared/portfolio/read-resume.ts";
import type { SourceCv } from "../../../shared/ports/portfolio-storage.ts";
import {
  readResumeDocument,
  resumeChange,
} from "../../portfolio/panels/content/resume-document.ts";
import { setAt } from "../../portfolio/panels/content/edit-json.ts";
import { presentEvidence } from "../../cv/review/present-evidence.ts";
import { reviewFields } from "../../cv/review/review-fields.ts";
import type { OpenProject } from "../../project/open-project.ts";
import { useProjectState } from "../../project/use-project.ts";
import { portfolioStorage } from "../compose.ts";

const settingOf = (id: string) => `confirmed/${id}`;

/** What the person has confirmed or corrected of what was read, kept with the portfolio. */
export function useReview(project: OpenProject, source: SourceCv | null) {
  const [confirmed, setConfirmed] = useState<ReadonlySet<string>>(new Set());

  useEffect(() => {
    let isLeft = false;
    void portfolioStorage()
      .then((storage) => storage.readSetting(settingOf(project.id)))
      .then((kept) => {
        if (isLeft || !kept.ok || !Array.isArray(kept.value)) return;
        setConfirmed(new Set(kept.value.filter((one) => typeof one === "string")));
      });
    return () => {
      isLeft = true;
    };
  }, [project]);

  const onConfirm = useCallback(
    (pointer: string) =>
      setConfirmed((before) => {
        const after = new Set(before).add(pointer);
        void portfolioStorage().then((storage) =>
          storage.writeSetting(settingOf(project.id), [...after]),
        );
        return after;
      }),
    [project],
  );
  const onChange = useCallback(
    (pointer: string, value: string) => {
      const resume = readResumeDocument(project.getState().files);
      if (!resume.ok) return;
      project.apply([resumeChange(setAt(resume.value, pointer, value))], {
        label: "Correct what was read",
        group: `review${pointer}`,
      });
    },
    [project],
  );
  const uncertain = useUncertain(project, source, confirmed);
  return { confirmed, uncertain, onConfirm, onChange };
}

/** How many of the values that were read still ask for a look: neither confirmed nor removed since. */
function useUncertain(
  project: OpenProject,
  source: SourceCv | null,
  confirmed: ReadonlySet<string>,
): number {
  const extraction = source?.extraction;
  const doubted = useMemo(
    () =>
      extraction?.evidence.filter(
        ({ confidence, pointer }) => confidence < CHECK_BELOW && !confirmed.has(pointer),
      ) ?? [],
    [extraction, confirmed],
  );
  const files = useProjectState(project, (state) => state.files);
  return useMemo(() => {
    if (extraction === undefined || doubted.length === 0) return 0;
    const resume = readResume(files);
    if (!resume.ok) return doubted.length;
    const present = presentEvidence(doubted, extraction.resume, resume.value);
    return reviewFields(present, resume.value).uncertain.length;
  }, [extraction, doubted, files]);
}
