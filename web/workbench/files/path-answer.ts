import { fail, ok, type Result } from "../../../shared/failure.ts";
import {
  parseProjectPath,
  type FileChange,
  type ProjectFiles,
  type ProjectPath,
} from "../../../shared/project.ts";
import { fileName, relocation } from "./file-tree.ts";

export type PathQuestion =
  | { readonly kind: "create"; readonly folder: string }
  | { readonly kind: "rename"; readonly path: ProjectPath };

export interface PathAnswer {
  readonly path: ProjectPath;
  readonly changes: readonly FileChange[];
  readonly label: string;
}

const taken = (path: ProjectPath) =>
  fail({
    kind: "conflict" as const,
    message: `${path} is already there.`,
    nextStep: "Choose another name.",
    retryable: false,
  });

/** A new, useful beginning for a kind of file. */
function firstText(path: ProjectPath): string {
  const name = fileName(path).replace(/\.[^.]+$/, "");
  if (path.endsWith(".tsx")) {
    const component = name.replace(/(^|[^A-Za-z0-9]+)([A-Za-z0-9])/g, (_, __, letter: string) =>
      letter.toUpperCase(),
    );
    return `export default function ${component}() {\n  return <section></section>;\n}\n`;
  }
  return path.endsWith(".json") ? "{}\n" : "";
}

/**
 * What a typed path means for the files: a new file, or a file or folder moved. Fails with `invalid`
 * for a path that no system takes and `conflict` when something is there already.
 */
export function answerPath(
  files: ProjectFiles,
  question: PathQuestion,
  typed: string,
): Result<PathAnswer> {
  const parsed = parseProjectPath(typed);
  if (!parsed.ok) return parsed;
  const path = parsed.value;
  const used = Object.keys(files).some((own) => own === path || own.startsWith(`${path}/`));
  if (question.kind === "create") {
    if (used) return taken(path);
    const changes = [{ path, content: firstText(path) }];
    return ok({ path, changes, label: `Create ${fileName(path)}` });
  }
  if (path === question.path) return ok({ path, changes: [], label: "" });
  const changes = relocation(files, question.path, path);
  if (used || changes.length === 0) return taken(path);
  return ok({ path, changes, label: `Rename ${fileName(question.path)}` });
}
