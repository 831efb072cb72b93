import { diffFiles } from "../../portfolio/diff-files.ts";
import { NPM_FILES } from "../../project.ts";
import { markData } from "../context/mark-data.ts";
import { judgeCommand } from "../walls/judge-command.ts";
import type { AgentEvent } from "./events.ts";
import type { CallOf } from "./tool-input.ts";
import { cut, permitted, refused, type Carried, type ToolRoom } from "./tool-room.ts";

/**
 * Runs one program, if the walls and the person let it. What npm wrote is noted as the message’s own, so
 * that the packages go back with the rest of it.
 */
export async function* runCommand({ id, input }: CallOf<"run_command">, room: ToolRoom): Carried {
  const { shell } = room.workspace;
  if (shell === null) return refused("There is no shell here. Use the other tools.");
  const { verdict, program, args } = judgeCommand(input.command, room.workspace.locks);
  const why = yield* permitted(verdict, id, room);
  if (why !== null) return refused(why);
  if (room.signal.aborted) return refused("Stopped before it ran.");
  const before = await npmFiles(room);
  const ran = await shell.run(program, args, room.signal);
  yield* noteNpmFiles(id, before, room);
  if (!ran.ok) return refused(ran.failure.message);
  const { exitCode, output } = ran.value;
  return {
    content: `Exit code ${exitCode}.\n${markData("output", cut(output))}`,
    isError: exitCode !== 0,
  };
}

type NpmFiles = ReadonlyMap<string, string | null>;

async function npmFiles({ workspace }: ToolRoom): Promise<NpmFiles> {
  const read = await Promise.all(NPM_FILES.map((path) => workspace.read(path)));
  return new Map(
    NPM_FILES.map((path, at) => [path, typeof read[at] === "string" ? read[at] : null]),
  );
}

/** Both are taken back; only package.json is shown, for the other is thousands of lines of npm’s own. */
async function* noteNpmFiles(
  toolId: string,
  before: NpmFiles,
  room: ToolRoom,
): AsyncGenerator<AgentEvent, void> {
  const after = await npmFiles(room);
  for (const path of NPM_FILES) {
    const change = { path, before: before.get(path) ?? null, after: after.get(path) ?? null };
    if (change.before === change.after) continue;
    room.journal.note(path, change.before, change.after);
    if (path !== "package.json") continue;
    const files = (text: string | null) => (text === null ? {} : { [path]: text });
    const [diff] = diffFiles(files(change.before), files(change.after));
    const { addedLines = 0, removedLines = 0 } = diff ?? {};
    yield { type: "file", toolId, change, addedLines, removedLines, sentLetters: 0 };
  }
}
