import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import type { CvDocument } from "../../../shared/cv-document.ts";
import type { AiProposal } from "../../cv/review/ai-proposals.ts";
import { visibleText, type AiReading } from "../../cv/review/ai-reading.ts";
import { insertItem, setAt, type Json } from "../../portfolio/panels/content/edit-json.ts";
import {
  readResumeDocument,
  resumeChange,
} from "../../portfolio/panels/content/resume-document.ts";
import type { OpenProject } from "../../project/open-project.ts";
import { portfolioStorage } from "../compose.ts";
import { followAiReading, NO_AI_READING, offersAiReading } from "./follow-ai-reading.ts";

/** “Read it again with AI” for an open portfolio; `null` where no model is offered or nothing is to read. */
export function useAiReading(project: OpenProject, document: CvDocument): AiReading | null {
  const text = useMemo(() => visibleText(document), [document]);
  const [state, setState] = useState(NO_AI_READING);
  const [isOffered, setOffered] = useState(false);
  const following = useRef<ReturnType<typeof followAiReading> | null>(null);
  useEffect(() => {
    if (!text) return;
    let isLeft = false;
    void (async () => {
      const { apiClient: client } = await import("../api-client.ts");
      const [storage, offers] = await Promise.all([portfolioStorage(), offersAiReading(client)]);
      if (!offers || isLeft) return;
      setOffered(true);
      const at = { client, storage, portfolioId: project.id, onState: setState };
      following.current = followAiReading(at);
      await following.current.resume();
    })();
    return () => {
      isLeft = true;
      following.current?.leave();
    };
  }, [project, text]);
  const accept = useCallback(
    (proposals: readonly AiProposal[]) => {
      const resume = readResumeDocument(project.getState().files);
      if (!resume.ok) return;
      const label =
        proposals.length === 1 ? `Take over ${proposals[0]!.label}` : "Take over what AI read";
      project.apply([resumeChange(proposals.reduce(withProposal, resume.value))], { label });
    },
    [project],
  );
  if (!text || !isOffered) return null;
  return {
    ...state,
    text,
    start: () => void following.current?.begin(text),
    cancel: () => void following.current?.cancel(),
    ignore: (id) => following.current?.ignore(id),
    accept,
    undo: () => project.undo(),
  };
}

/** Additions go to the end of their lists, so that no pointer of another proposal moves. */
const withProposal = (document: Json, { pointer, value }: AiProposal): Json =>
  pointer.endsWith("/-")
    ? insertItem(document, pointer.slice(0, -2), value as Json)
    : setAt(document, pointer, value as Json);
