import type { FileChange, ProjectPath } from "../../project.ts";
import { admitRemoval, admitWrite } from "../walls/admit-path.ts";
import { judgeMove, judgeRemoval } from "../walls/judge-change.ts";
import { changedMeanwhile } from "./change-file.ts";
import type { CallOf } from "./tool-input.ts";
import {
  given,
  notThere,
  permitted,
  refused,
  whyTooMany,
  type Carried,
  type ToolRoom,
} from "./tool-room.ts";

/** Deletes one text file, if the walls let it. What it held is in the journal, for the way back. */
export async function* deleteFile({ id, input }: CallOf<"delete_file">, room: ToolRoom): Carried {
  const held = await removable(input.path, room);
  if ("why" in held) return refused(held.why);
  const { path, text } = held;
  const why =
    whyTooMany(room, [path]) ??
    (yield* permitted(judgeRemoval(path, room.workspace.locks), id, room));
  if (why !== null) return refused(why);
  const failed = await write([{ path, content: null }], path, text, room);
  if (failed !== null) return refused(failed);
  room.journal.note(path, text, null);
  yield {
    type: "file",
    toolId: id,
    change: { path, before: text, after: null },
    addedLines: 0,
    removedLines: lineCount(text),
    sentLetters: path.length,
  };
  return given(`${path} is deleted. What imports it has to change too.`);
}

/** Gives a text file another path, if the walls let it be written there; what imports it stays as it is. */
export async function* renameFile({ id, input }: CallOf<"rename_file">, room: ToolRoom): Carried {
  const held = await removable(input.path, room);
  if ("why" in held) return refused(held.why);
  const { path, text } = held;
  const paths = await room.workspace.list();
  // One that differs by case alone is no twin of the file that goes.
  const to = admitWrite(
    input.to,
    paths.filter((one) => one !== path),
  );
  if (!to.ok) return refused(to.failure);
  if (paths.includes(to.value))
    return refused(`There is ${to.value} already. Nothing was renamed.`);
  const verdict = judgeMove({ from: path, to: to.value, text }, room.workspace.locks);
  const why = whyTooMany(room, [path, to.value]) ?? (yield* permitted(verdict, id, room));
  if (why !== null) return refused(why);
  const changes = [
    { path, content: null },
    { path: to.value, content: text },
  ];
  const failed = await write(changes, path, text, room);
  if (failed !== null) return refused(failed);
  room.journal.note(path, text, null);
  room.journal.note(to.value, null, text);
  const moved = { type: "file", toolId: id, addedLines: 0, removedLines: 0 } as const;
  yield { ...moved, change: { path, before: text, after: null }, sentLetters: path.length };
  yield {
    ...moved,
    change: { path: to.value, before: null, after: text },
    sentLetters: to.value.length,
  };
  return given(`${path} is ${to.value} now. What imports it has to change too.`);
}

type Held = { readonly path: ProjectPath; readonly text: string } | { readonly why: string };

/** The file as it is, if it is a text that may go. */
async function removable(raw: string, room: ToolRoom): Promise<Held> {
  const path = admitRemoval(raw, await room.workspace.list());
  if (!path.ok) return { why: path.failure };
  const text = await room.workspace.read(path.value);
  if (text === null) return { why: await notThere(path.value, room) };
  if (typeof text !== "string") return { why: `${path.value} isn’t a text.` };
  return { path: path.value, text };
}

/** All at once; gives the sentence of a failure. */
async function write(
  changes: readonly FileChange[],
  path: ProjectPath,
  text: string,
  { signal, workspace }: ToolRoom,
): Promise<string | null> {
  if (signal.aborted) return "Stopped before it was done.";
  if ((await workspace.read(path)) !== text) return changedMeanwhile(path);
  const written = await workspace.write(changes);
  return written.ok ? null : `${written.failure.message} Nothing was changed.`;
}

const lineCount = (text: string) => text.replace(/\n$/, "").split("\n").length;
