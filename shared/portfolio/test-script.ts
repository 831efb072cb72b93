import { ok, fail, type Result } from "../failure.ts";
import type { FileChange, ProjectFiles } from "../project.ts";
import { effectiveChanges } from "./apply-changes.ts";
import { formatJson } from "./format-json.ts";

const PACKAGE_PATH = "package.json";

/** What lets `npm test` run the project's tests with vitest; nothing where it has such a script already. */
export function addTestScript(files: ProjectFiles): Result<readonly FileChange[]> {
  const text = files[PACKAGE_PATH];
  try {
    const written = JSON.parse(typeof text === "string" ? text : "") as Record<string, unknown>;
    const scripts = (written["scripts"] ?? {}) as Record<string, string>;
    if (scripts["test"]) return ok([]);
    const content = formatJson({ ...written, scripts: { ...scripts, test: "vitest run" } });
    return ok(effectiveChanges(files, [{ path: PACKAGE_PATH, content }]));
  } catch (error) {
    return fail({
      kind: "invalid",
      message: "The project’s package.json can’t be read.",
      nextStep: "Undo the last change to it, or mend it in the code panel.",
      detail: String(error),
      retryable: false,
    });
  }
}

/** Whether a file holds a component or functions that can be tested. */
export const isTestable = (path: string): boolean =>
  /^src\/.+\.tsx?$/.test(path) &&
  !/\.(?:test|d)\.tsx?$/.test(path) &&
  !/\/(?:main|prerender)\.tsx$/.test(path);
