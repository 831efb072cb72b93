import { transform } from "sucrase";
import { ok } from "../../../shared/failure.ts";
import type { Problem } from "../../../shared/build.ts";
import { applyChanges } from "../../../shared/portfolio/apply-changes.ts";
import { readResume } from "../../../shared/portfolio/read-resume.ts";
import type { Workspace } from "../../../shared/ports/workspace.ts";
import type { ProjectFiles } from "../../../shared/project.ts";

/**
 * A project without a browser: its build says what doesn't parse, its page holds its owner's name. What a
 * message costs depends on what the model is told, not on pixels.
 */
export function memoryWorkspace(initial: ProjectFiles) {
  let files = initial;
  const ownerName = () => {
    const resume = readResume(files);
    return resume.ok ? (resume.value.basics?.name ?? "") : "";
  };
  const workspace: Workspace = {
    read: async (path) => files[path] ?? null,
    list: async () => Object.keys(files).sort(),
    write: async (changes) => {
      files = applyChanges(files, changes);
      return ok(undefined);
    },
    check: async () =>
      ok({
        problems: Object.entries(files).flatMap(([path, text]) => problemIn(path, text)),
        consoleErrors: [],
        durationMs: 1,
      }),
    render: async () =>
      ok({ html: `<!doctype html><html><body><h1>${ownerName()}</h1></body></html>` }),
    logs: async () => [],
    shell: null,
    sampleTexts: [],
    locks: [],
    keep: async () => ok(undefined),
  };
  return { workspace, files: () => files };
}

function problemIn(path: string, text: unknown): Problem[] {
  if (typeof text !== "string" || !/\.tsx?$/.test(path)) return [];
  try {
    transform(text, { transforms: ["typescript", "jsx"], jsxRuntime: "automatic" });
    return [];
  } catch (error) {
    return [{ kind: "build", message: String(error).split("\n")[0]!, path }];
  }
}
