import { fail, ok, type Failure, type Result } from "../../../shared/failure.ts";
import { readResume } from "../../../shared/portfolio/read-resume.ts";
import type { Sandbox } from "../../../shared/ports/sandbox.ts";
import type { OpenProject } from "../../project/open-project.ts";
import { onFunnel } from "../compose.ts";
import type { ExportActs } from "../screens/studio/studio-props.ts";
import { printPage } from "./print-page.ts";

const notReady: Failure = {
  kind: "unavailable",
  message: "The site isn’t running yet, so it can’t be built.",
  nextStep: "Wait until the preview shows it, then export again.",
  retryable: true,
};

/** Hands a file to the browser's own download. */
function download(name: string, type: string, content: BlobPart): void {
  const url = URL.createObjectURL(new Blob([content], { type }));
  const link = document.createElement("a");
  link.href = url;
  link.download = name;
  link.click();
  // The download has its own hold on the data once the click is handled.
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}

/** What the Export menu does: each act ends with a download, or says why not. */
export function studioExports(project: OpenProject, sandbox: Sandbox | null): ExportActs {
  const files = () => project.getState().files;
  return {
    async project() {
      const { projectFileName, zipProject } = await import("../../portfolio/export-project-zip.ts");
      const zip = await zipProject(files());
      download(`${projectFileName(files())}.zip`, "application/zip", new Uint8Array(zip));
      return ok(undefined);
    },
    async site(): Promise<Result<void>> {
      if (!sandbox) return fail(notReady);
      const [{ projectFileName }, { zipSite }, { buildInLanguages }] = await Promise.all([
        import("../../portfolio/export-project-zip.ts"),
        import("../../portfolio/export-site-zip.ts"),
        import("./build-in-languages.ts"),
      ]);
      const built = await buildInLanguages({
        files: files(),
        changes: [],
        hidden: [],
        url: null,
        // As it runs; only another language is built apart.
        build: async (one, changes) => {
          if (changes.length === 0) return sandbox.build();
          const { buildProject } = await import("../../sandbox/build-project.ts");
          return buildProject(one, changes, sandbox);
        },
      });
      if (!built.ok) return built;
      const zip = await zipSite(built.value);
      // The finished site leaves: so it is published today.
      onFunnel((funnel) => funnel.reach("publish"));
      download(`${projectFileName(files())}-site.zip`, "application/zip", new Uint8Array(zip));
      return ok(undefined);
    },
    async resume(): Promise<Result<void>> {
      const { exportResumeJson } = await import("../../portfolio/export-resume-json.ts");
      const json = exportResumeJson(files());
      if (!json.ok) return json;
      download("resume.json", "application/json", json.value);
      return ok(undefined);
    },
    async cvPdf(): Promise<Result<void>> {
      const resume = readResume(files());
      if (!resume.ok) return resume;
      const { toPrintHtml } = await import("../../../shared/cv/out/to-html.ts");
      return printPage(toPrintHtml(resume.value));
    },
    async cvMarkdown(): Promise<Result<void>> {
      const resume = readResume(files());
      if (!resume.ok) return resume;
      const { toMarkdown } = await import("../../../shared/cv/out/to-markdown.ts");
      download("cv.md", "text/markdown", toMarkdown(resume.value));
      return ok(undefined);
    },
  };
}
