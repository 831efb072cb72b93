import type { BuildOutput } from "../../shared/build.ts";
import type { Result } from "../../shared/failure.ts";
import { contentsEqual } from "../../shared/portfolio/same-content.ts";
import type { FileChange, ProjectFiles } from "../../shared/project.ts";

type Build = (files: ProjectFiles, changes: readonly FileChange[]) => Promise<Result<BuildOutput>>;

/**
 * A build that remembers its last outcome: what was made ready while a person looked at the sheet is
 * there when they press the button. A failure isn’t remembered.
 */
export function rememberBuild(build: Build): Build {
  let last: {
    readonly files: ProjectFiles;
    readonly changes: readonly FileChange[];
    readonly built: ReturnType<Build>;
  } | null = null;
  return (files, changes) => {
    if (last !== null && last.files === files && sameChanges(last.changes, changes)) {
      return last.built;
    }
    const mine = { files, changes, built: build(files, changes) };
    last = mine;
    const forget = () => {
      if (last === mine) last = null;
    };
    mine.built.then((built) => built.ok || forget(), forget);
    return mine.built;
  };
}

const sameChanges = (one: readonly FileChange[], other: readonly FileChange[]): boolean =>
  one.length === other.length &&
  one.every(({ path, content }, i) => {
    const twin = other[i]!;
    return path === twin.path && contentsEqual(content, twin.content);
  });

/** Work that remembers what it made of the last thing it was given, told apart by a text. */
export function rememberLast<Given, Made>(
  work: (given: Given) => Promise<Made>,
  nameOf: (given: Given) => string,
): (given: Given) => Promise<Made> {
  let last: { readonly name: string; readonly made: Promise<Made> } | null = null;
  return (given) => {
    const name = nameOf(given);
    if (last?.name === name) return last.made;
    const mine = { name, made: work(given) };
    last = mine;
    mine.made.catch(() => {
      if (last === mine) last = null;
    });
    return mine.made;
  };
}
