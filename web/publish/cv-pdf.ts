import boldUrl from "@expo-google-fonts/source-serif-4/600SemiBold/SourceSerif4_600SemiBold.ttf?url";
import italicUrl from "@expo-google-fonts/source-serif-4/400Regular_Italic/SourceSerif4_400Regular_Italic.ttf?url";
import regularUrl from "@expo-google-fonts/source-serif-4/400Regular/SourceSerif4_400Regular.ttf?url";
import type { TDocumentDefinitions } from "pdfmake/interfaces";
import { outlineCv } from "../../shared/cv/out/outline-cv.ts";
import { canBeSet, PDF_MARGINS, PDF_STYLES, toPdfPage } from "../../shared/cv/out/to-pdf-page.ts";
import type { Resume } from "../../shared/resume.ts";

/**
 * A résumé as PDF, A4, with text that can be searched and links that can be followed. `null` for one in
 * a script whose letters no font here has.
 * @param resume without what is hidden
 */
export async function cvPdf(resume: Resume): Promise<Uint8Array | null> {
  const cv = outlineCv(resume);
  if (!canBeSet(cv)) return null;
  const { default: pdfmake } = await import("pdfmake/build/pdfmake");
  const here = (url: string) => new URL(url, location.href).href;
  pdfmake.addFonts({
    Serif: {
      normal: here(regularUrl),
      bold: here(boldUrl),
      italics: here(italicUrl),
      bolditalics: here(boldUrl),
    },
  });
  const [left, top, right, bottom] = PDF_MARGINS;
  const definition = {
    // Tagged, so that screen readers know headings from texts.
    version: "1.5",
    tagged: true,
    pageSize: "A4",
    pageMargins: [left, top, right, bottom],
    language: cv.language,
    displayTitle: true,
    info: { title: cv.name === "" ? "CV" : `${cv.name} – CV`, author: cv.name },
    defaultStyle: { font: "Serif", fontSize: 10, lineHeight: 1.25, color: "#1c1a17" },
    styles: PDF_STYLES,
    content: toPdfPage(cv),
    // A heading doesn’t stay behind on its page.
    pageBreakBefore: (
      node: { headlineLevel?: number },
      nodes: { getFollowingNodesOnPage(): unknown[] },
    ) => node.headlineLevel === 1 && nodes.getFollowingNodesOnPage().length === 0,
  } as unknown as TDocumentDefinitions;
  return new Uint8Array(await pdfmake.createPdf(definition).getBuffer());
}
