import { AGENT_LIMITS } from "../../limits.ts";
import { markData } from "../context/mark-data.ts";
import { admitPath, admitWrite } from "../walls/admit-path.ts";
import { changeFile } from "./change-file.ts";
import { editBlock } from "./edit-block.ts";
import { deleteFile, renameFile } from "./move-file.ts";
import { runCommand } from "./run-command.ts";
import type { CallOf, ToolCall } from "./tool-input.ts";
import {
  cut,
  given,
  notThere,
  refused,
  type Carried,
  type ToolOutcome,
  type ToolRoom,
} from "./tool-room.ts";

/** Lines that a search gives. */
const MOST_FOUND = 80;

/** Carries out one call, within the walls. What can’t be done comes back as words for the model. */
export async function* carryOut(call: ToolCall, room: ToolRoom): Carried {
  switch (call.name) {
    case "read_file":
      return readFile(call, room);
    case "write_file":
      return yield* writeFile(call, room);
    case "edit_file":
      return yield* editFile(call, room);
    case "delete_file":
      return yield* deleteFile(call, room);
    case "rename_file":
      return yield* renameFile(call, room);
    case "list_files":
      return listFiles(call, room);
    case "search_files":
      return searchFiles(call, room);
    case "check_logs":
      return checkLogs(room);
    case "run_command":
      return yield* runCommand(call, room);
  }
}

/** What a call is about, in a few words for the person. */
export function aboutCall(call: ToolCall): string {
  switch (call.name) {
    case "read_file":
    case "write_file":
    case "edit_file":
    case "delete_file":
      return call.input.path.slice(0, 200);
    case "rename_file":
      return `${call.input.path.slice(0, 200)} → ${call.input.to.slice(0, 200)}`;
    case "list_files":
      return call.input.folder.slice(0, 200) || "all files";
    case "search_files":
      return `“${call.input.text.slice(0, 80)}”`;
    case "check_logs":
      return "build and page";
    case "run_command":
      return call.input.command.slice(0, 200);
  }
}

async function readFile({ input }: CallOf<"read_file">, room: ToolRoom): Promise<ToolOutcome> {
  const path = admitPath(input.path);
  if (!path.ok) return refused(path.failure);
  const content = await room.workspace.read(path.value);
  if (content === null) return refused(await notThere(path.value, room));
  if (typeof content !== "string") return refused(`${path.value} isn’t a text.`);
  if (content.length > AGENT_LIMITS.fileLetters) {
    return refused(`${path.value} has ${content.length} letters, too many to read.`);
  }
  room.readLetters += content.length;
  if (room.readLetters > AGENT_LIMITS.readLetters) {
    return refused("This message has read as much as one may. Finish with what you know.");
  }
  return given(markData(path.value, content));
}

async function* writeFile({ id, input }: CallOf<"write_file">, room: ToolRoom): Carried {
  const path = admitWrite(input.path, await room.workspace.list());
  if (!path.ok) return refused(path.failure);
  const before = await room.workspace.read(path.value);
  if (before !== null && typeof before !== "string") return refused(`${path.value} isn’t a text.`);
  return yield* changeFile(
    { id, path: path.value, before, after: input.content, sentLetters: input.content.length },
    room,
  );
}

async function* editFile({ id, input }: CallOf<"edit_file">, room: ToolRoom): Carried {
  const path = admitWrite(input.path, await room.workspace.list());
  if (!path.ok) return refused(path.failure);
  const before = await room.workspace.read(path.value);
  if (before === null) return refused(await notThere(path.value, room));
  if (typeof before !== "string") return refused(`${path.value} isn’t a text.`);
  const after = editBlock(before, input.old, input.new);
  if (!after.ok) return refused(markData(`why ${path.value} wasn’t edited`, after.failure));
  return yield* changeFile(
    {
      id,
      path: path.value,
      before,
      after: after.value,
      sentLetters: input.old.length + input.new.length,
    },
    room,
  );
}

async function listFiles({ input }: CallOf<"list_files">, room: ToolRoom): Promise<ToolOutcome> {
  const folder = input.folder.replace(/^\.?\/?$/, "").replace(/\/$/, "");
  if (folder !== "") {
    const admitted = admitPath(folder);
    if (!admitted.ok) return refused(admitted.failure);
  }
  const paths = (await openPaths(room)).filter(
    (path) => folder === "" || path.startsWith(`${folder}/`),
  );
  return given(paths.length === 0 ? "No files there." : markData("paths", cut(paths.join("\n"))));
}

async function searchFiles(
  { input }: CallOf<"search_files">,
  room: ToolRoom,
): Promise<ToolOutcome> {
  const found: string[] = [];
  for (const path of await openPaths(room)) {
    const content = await room.workspace.read(path);
    if (typeof content !== "string" || !content.includes(input.text)) continue;
    for (const [at, line] of content.split("\n").entries()) {
      if (line.includes(input.text)) found.push(`${path}:${at + 1}: ${line.trim().slice(0, 200)}`);
    }
    if (found.length > MOST_FOUND) break;
  }
  if (found.length === 0) return given("Nothing found.");
  const more = found.length > MOST_FOUND ? "\nThere is more: search for something rarer." : "";
  return given(markData("search", found.slice(0, MOST_FOUND).join("\n")) + more);
}

/** Files that the tools may look at: no others are named either. */
const openPaths = async ({ workspace }: ToolRoom) =>
  (await workspace.list()).filter((path) => admitPath(path).ok);

async function checkLogs(room: ToolRoom): Promise<ToolOutcome> {
  const checked = await room.workspace.check(room.signal);
  if (!checked.ok) return refused(checked.failure.message);
  const { problems, consoleErrors } = checked.value;
  const wrong = [
    ...problems.map(({ message, path, line }) => `${path ?? "?"}:${line ?? "?"} ${message}`),
    ...consoleErrors.map((text) => `console: ${text}`),
  ];
  const state =
    wrong.length === 0 ? "It builds, and the page says no error." : "Something is wrong.";
  const printed = (await room.workspace.logs()).slice(-30);
  return given(`${state}\n${markData("build and page", cut([...wrong, ...printed].join("\n")))}`);
}
