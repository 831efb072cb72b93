import { diffFiles } from "../../portfolio/diff-files.ts";
import { judgeChange } from "../walls/judge-change.ts";
import { given, permitted, refused, whyTooMuch, type Carried, type ToolRoom } from "./tool-room.ts";

/** A file as it is to become, within the walls for paths. */
export interface Wanted {
  readonly id: string;
  readonly path: string;
  readonly before: string | null;
  readonly after: string;
  readonly sentLetters: number;
}

/** Writes one file, if the walls for contents let it; notes it and tells it. */
export async function* changeFile(
  { id, path, before, after, sentLetters }: Wanted,
  room: ToolRoom,
): Carried {
  if (before === after) return given(`${path} holds that already; nothing had to be written.`);
  const tooMuch = whyTooMuch(room, path, after);
  if (tooMuch !== null) return refused(tooMuch);
  const why = yield* permitted(
    judgeChange({ path, before, after }, room.workspace.locks),
    id,
    room,
  );
  if (why !== null) return refused(why);
  if (room.signal.aborted) return refused("Stopped before it was written.");
  // A question can stand for long, and its owner may have gone on meanwhile.
  if ((await room.workspace.read(path)) !== before) return refused(changedMeanwhile(path));
  const written = await room.workspace.write([{ path, content: after }]);
  if (!written.ok) return refused(`${written.failure.message} Nothing was written.`);
  room.writtenLetters += after.length;
  room.journal.note(path, before, after);
  const files = (text: string | null) => (text === null ? {} : { [path]: text });
  const [diff] = diffFiles(files(before), files(after));
  yield {
    type: "file",
    toolId: id,
    change: { path, before, after },
    addedLines: diff?.addedLines ?? 0,
    removedLines: diff?.removedLines ?? 0,
    sentLetters,
  };
  return given(
    `${path} is written: ${diff?.addedLines ?? 0} lines added, ${diff?.removedLines ?? 0} removed.`,
  );
}

export const changedMeanwhile = (path: string) =>
  `${path} has changed meanwhile. Nothing was done; read it again.`;
