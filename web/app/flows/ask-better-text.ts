import { detectLanguage } from "../../../shared/cv/detect-language.ts";
import { fail } from "../../../shared/failure.ts";
import { readResume } from "../../../shared/portfolio/read-resume.ts";
import type { OpenProject } from "../../project/open-project.ts";
import type { AskBetterText } from "../../portfolio/panels/content/resume-editing.tsx";
import { cannotLoad } from "./cannot-load.ts";

/** Has the model propose other words for a text of the open portfolio; its code comes with the first wish. */
export const askBetterTextOf =
  (project: Pick<OpenProject, "getState">): AskBetterText =>
  async (asked) => {
    try {
      const [{ apiClient }, { withWordsModel }, { betterText }] = await Promise.all([
        import("../api-client.ts"),
        import("./words-model.ts"),
        import("../../../shared/agent/words/better-text.ts"),
      ]);
      const resume = readResume(project.getState().files);
      const said = resume.ok ? resume.value.meta?.["language"] : undefined;
      const language = typeof said === "string" ? said : detectLanguage(asked.text);
      return await withWordsModel(apiClient, (model) => betterText({ ...asked, model, language }));
    } catch (error) {
      return fail(cannotLoad(error));
    }
  };
