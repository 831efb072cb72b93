import { editBlock } from "../../../shared/agent/loop/edit-block.ts";
import type { ProjectFiles } from "../../../shared/project.ts";
import type { AnthropicAnswer } from "../../stand-ins/anthropic.ts";
import type { Act, Edit, Task } from "./task.ts";

/** How a file that is there is changed: by blocks, or written anew as a whole. */
export type Editing = "blocks" | "whole-files";

type Block = Extract<AnthropicAnswer, { blocks: unknown }>["blocks"][number];

const call = (tool: string, input: object): Block => ({ tool, json: JSON.stringify(input) });

/**
 * The answers that a competent model gives for a task, one after another: it looks, reads what it is
 * about to change, changes it, and says what it did.
 * @param files as they are when the next answer is due
 */
export function* answersOf(
  { acts, says }: Task,
  editing: Editing,
  files: () => ProjectFiles,
): Generator<readonly Block[], void> {
  const known = new Set<string>();
  for (const act of acts) {
    const unread = pathsChangedBy(act).filter((path) => !known.has(path) && path in files());
    const looks = "reads" in act ? act.reads : unread;
    if (looks.length > 0) yield looks.map((path) => call("read_file", { path }));
    for (const path of [...looks, ...pathsChangedBy(act)]) known.add(path);
    if ("reads" in act) continue;
    const blocks = blocksOf(act, editing, files());
    if (blocks.length > 0) yield blocks;
  }
  yield [{ text: says }];
}

function pathsChangedBy(act: Act): readonly string[] {
  if ("edits" in act) return [...new Set(act.edits.map(({ path }) => path))];
  return "writes" in act ? act.writes.map(({ path }) => path) : [];
}

function blocksOf(
  act: Exclude<Act, { reads: unknown }>,
  editing: Editing,
  files: ProjectFiles,
): readonly Block[] {
  if ("search" in act) return [call("search_files", { text: act.search })];
  if ("writes" in act) return act.writes.map((write) => call("write_file", write));
  if (editing === "blocks") return act.edits.map((edit) => call("edit_file", edit));
  return pathsChangedBy(act).flatMap((path) => {
    const content = withEdits(
      String(files[path]),
      act.edits.filter((edit) => edit.path === path),
    );
    // A block that isn't there is an error that only who edits blocks can make.
    return content === null ? [] : [call("write_file", { path, content })];
  });
}

function withEdits(text: string, edits: readonly Edit[]): string | null {
  let now = text;
  for (const edit of edits) {
    const after = editBlock(now, edit.old, edit.new);
    if (!after.ok) return null;
    now = after.value;
  }
  return now;
}
