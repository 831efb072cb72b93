import { AGENT_LIMITS } from "../../limits.ts";
import type { StopSignal } from "../../ports/stop-signal.ts";
import type { Workspace } from "../../ports/workspace.ts";
import type { Verdict, Wish } from "../walls/verdict.ts";
import type { AgentEvent } from "./events.ts";
import type { Journal } from "./journal.ts";

/** What the tools of one message share. */
export interface ToolRoom {
  readonly workspace: Workspace;
  readonly journal: Journal;
  readonly signal: StopSignal;
  /** Asks the person; `false` too when the message is stopped. */
  readonly ask: (permission: Permission) => Promise<boolean>;
  /** What was answered in this message: nobody is asked the same twice. */
  readonly answered: Map<string, boolean>;
  writtenLetters: number;
  readLetters: number;
}

export interface Permission extends Wish {
  readonly id: string;
}

/** What a tool gives back to the model. */
export interface ToolOutcome {
  readonly content: string;
  readonly isError: boolean;
}

export const given = (content: string): ToolOutcome => ({ content, isError: false });

/** Letters that a tool gives altogether. */
const MOST_GIVEN = 30_000;
export const cut = (text: string) =>
  text.length > MOST_GIVEN
    ? `${text.slice(0, MOST_GIVEN)}\n[${text.length - MOST_GIVEN} letters more]`
    : text;

export const refused = (content: string): ToolOutcome => ({ content, isError: true });

/** A call under way: it tells what happens, and gives what the model gets back. */
export type Carried = AsyncGenerator<AgentEvent, ToolOutcome>;

/** Says that there is no such file, and where one of its name is. */
export async function notThere(path: string, { workspace }: ToolRoom): Promise<string> {
  const name = path.split("/").at(-1)!.toLowerCase();
  const like = (await workspace.list()).filter((one) => one.toLowerCase().endsWith(`/${name}`));
  const hint = like.length > 0 ? ` There is ${like.slice(0, 3).join(", ")}.` : "";
  return `There is no ${path}.${hint}`;
}

/** The sentence of a refusal, or `null` where the verdict, the person perhaps, says yes. */
export async function* permitted(
  verdict: Verdict,
  id: string,
  room: ToolRoom,
): AsyncGenerator<AgentEvent, string | null> {
  if (verdict.kind === "yes") return null;
  if (verdict.kind === "no") return verdict.why;
  const { wish } = verdict;
  const key = `${wish.what} ${wish.about}`;
  let isAllowed = room.answered.get(key);
  if (isAllowed === undefined) {
    yield { type: "permission", id, ...wish };
    isAllowed = await Promise.race([room.ask({ id, ...wish }), stopped(room.signal)]);
    room.answered.set(key, isAllowed);
    yield { type: "permission-answered", id, isAllowed };
  }
  return isAllowed ? null : `The owner said no to this: ${wish.about}. Nothing was done.`;
}

/** Settles with `false` when the message is stopped. */
const stopped = (signal: StopSignal) =>
  new Promise<false>((settle) => {
    if (signal.aborted) settle(false);
    else signal.addEventListener("abort", () => settle(false), { once: true });
  });

/** Why so much can’t be written in one message; `null` where it can. */
export function whyTooMuch(room: ToolRoom, path: string, content: string): string | null {
  const { fileLetters, writtenLetters } = AGENT_LIMITS;
  if (content.length > fileLetters) {
    return `${path} would have ${content.length} letters; ${fileLetters} are allowed.`;
  }
  if (room.writtenLetters + content.length > writtenLetters) {
    return "This message has written as much as one may. Nothing was written; finish, and say what is left.";
  }
  return whyTooMany(room, [path]);
}

/** Why so many files can’t be changed in one message; `null` where they can. */
export function whyTooMany({ journal }: ToolRoom, paths: readonly string[]): string | null {
  const { changedFiles } = AGENT_LIMITS;
  return new Set([...journal.paths, ...paths]).size > changedFiles
    ? `This message has changed ${changedFiles} files, as many as one may. Nothing was changed.`
    : null;
}
