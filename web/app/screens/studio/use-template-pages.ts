import { useMemo, useSyncExternalStore } from "react";
import { RESUME_PATH } from "../../../../shared/project.ts";
import { kit } from "../../../generated/kit.ts";
import { valueAt } from "../../../portfolio/panels/content/edit-json.ts";
import { readResumeDocument } from "../../../portfolio/panels/content/resume-document.ts";
import type { TemplatePages } from "../../../portfolio/panels/design/TemplatePicture.tsx";
import { useStudio } from "./studio-context.tsx";

const example = (id: string): string | null => kit.templates[id]?.example ?? null;

/** Every template with the open portfolio's own content, as far as it is drawn. */
export function useTemplatePages(): TemplatePages {
  const { pictures } = useStudio();
  const own = useSyncExternalStore(pictures.subscribe, pictures.getState);
  return useMemo(() => ({ example, own, want: pictures.want }), [own, pictures]);
}

function basicsText(text: unknown, pointer: "/basics/name" | "/basics/image"): string {
  const read = readResumeDocument(typeof text === "string" ? { [RESUME_PATH]: text } : {});
  const value = read.ok ? valueAt(read.value, pointer) : null;
  return typeof value === "string" ? value : "";
}

/** The person's name in a résumé's text, or words that stand for it. */
export const personName = (text: unknown): string =>
  basicsText(text, "/basics/name") || "Your name";

/** Whether a résumé's text names a picture of the person. */
export const hasPhoto = (text: unknown): boolean => basicsText(text, "/basics/image") !== "";
