import { useMemo, useState, type RefObject } from "react";
import type { Evidence } from "../../../shared/cv-document.ts";
import { analyseResume } from "../../../shared/cv/analysis/analyse-resume.ts";
import { placesOfFinding, type Finding } from "../../../shared/cv/analysis/finding.ts";
import type { Resume } from "../../../shared/resume.ts";
import { keyOf } from "./finding-key.ts";

export type ReviewTab = "fields" | "findings" | "ai";

/** What the review shows beside the document, which of it is chosen, and where that stands. */
export function useReviewChoice(
  evidence: readonly Evidence[],
  resume: Resume,
  body: RefObject<HTMLElement | null>,
) {
  const [tab, setTab] = useState<ReviewTab>("fields");
  const [field, setField] = useState<string | null>(null);
  const [finding, setFinding] = useState<Finding | null>(null);
  const [side, setSide] = useState<"fields" | "document">("fields");
  const [today] = useState(() => new Date().toISOString().slice(0, 10));
  const findings = useMemo(() => analyseResume(resume, today), [resume, today]);
  const isField = tab === "fields";
  const ofField = evidence.find(({ pointer }) => pointer === field)?.places ?? [];
  const ofFinding = finding === null ? [] : placesOfFinding(finding, evidence);

  const focusField = (pointer: string) => {
    setTab("fields");
    setSide("fields");
    setField(pointer);
    // The fields may be hidden until the next paint on a phone.
    requestAnimationFrame(() => fieldElement(body.current, pointer)?.focus());
  };
  const show = (next: "fields" | "document") => {
    setSide(next);
    requestAnimationFrame(() => {
      // The button that was pressed is hidden now: without this the keyboard, Escape too, would be nowhere.
      const pane = next === "document" ? ".review-document" : ".review-side";
      body.current?.querySelector<HTMLElement>(pane)?.focus({ preventScroll: true });
      body.current?.querySelector("[data-mark]")?.scrollIntoView({ block: "center" });
    });
  };
  return {
    tab,
    setTab,
    side,
    show,
    field,
    setField,
    focusField,
    findings,
    finding,
    setFinding,
    /** Changes with what is chosen. */
    focused: isField ? field : finding && keyOf(finding),
    places: isField ? ofField : ofFinding,
  };
}

const fieldElement = (body: HTMLElement | null, pointer: string): HTMLElement | null =>
  body?.querySelector<HTMLElement>(`[data-field="${CSS.escape(pointer)}"]`) ?? null;
