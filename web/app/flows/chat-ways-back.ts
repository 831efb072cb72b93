import { takeBack } from "../../../shared/agent/take-back.ts";
import {
  beforeMessage,
  branchThrough,
  shownMessages,
  withChanged,
} from "../../../shared/conversation-branches.ts";
import type { Message } from "../../../shared/conversation.ts";
import { ok, type Result } from "../../../shared/failure.ts";
import type { OpenProject } from "../../project/open-project.ts";
import type { ChatRecord } from "./chat-record.ts";

/** The open portfolio, as far as a conversation uses it. */
export type ChatProject = Pick<
  OpenProject,
  "id" | "getState" | "apply" | "undo" | "mark" | "restore" | "diff"
>;

export interface WaysBack {
  /** Takes one message's change back and leaves what came after it. */
  undo(message: Message): void;
  /** Why a message can't be taken back, or `null`. */
  undoProblem(message: Message): string | null;
  /** Brings back the files as they were at a message, as a new version. */
  restore(message: Message): Promise<Result<void>>;
  /** Conversation and files as they were before a request: what is said next is a branch beside it. */
  turnBackTo(request: Message): Promise<Result<void>>;
  /** Shows the branch that another wording began, with its files. */
  showWording(wording: Message): Promise<Result<void>>;
}

/** Every way back in a conversation. Each is a new version or an undoable act: nothing is rewritten. */
export function waysBack(given: {
  readonly project: ChatProject;
  readonly record: ChatRecord;
}): WaysBack {
  const { project, record } = given;
  const filesOf = async ({ version }: Message): Promise<Result<void>> => {
    if (version === undefined) return ok(undefined);
    const differs = await project.diff(version, null);
    if (!differs.ok) return differs;
    return differs.value.length === 0 ? ok(undefined) : project.restore(version);
  };
  return {
    undo: (message) => {
      const back = backOf(message, project);
      if (back === null) return;
      if (back === "last") project.undo();
      else project.apply(back, { label: `Undo: ${message.act ?? message.text}` });
      void record.change((talk) =>
        withChanged(talk, message.id, (one) => ({ ...one, isUndone: true })),
      );
    },
    undoProblem: (message) =>
      backOf(message, project) === null ? "Changed again since; the history has it." : null,
    restore: filesOf,
    turnBackTo: async (request) => {
      const restored = await filesOf(request);
      if (restored.ok) await record.change((talk) => beforeMessage(talk, request));
      return restored;
    },
    showWording: async (wording) => {
      const branch = branchThrough(record.store.getState(), wording);
      const end = shownMessages(branch).findLast(({ version }) => version !== undefined);
      const restored = end ? await filesOf(end) : ok(undefined);
      if (restored.ok) await record.change((talk) => ({ ...talk, head: branch.head }));
      return restored;
    },
  };
}

/** What takes a message's change back: changes, the last act of the undo list, or nothing any more. */
function backOf(message: Message, project: ChatProject) {
  const { files, canUndo } = project.getState();
  if (message.changes) return takeBack(files, message.changes);
  return message.act !== undefined && canUndo === message.act ? "last" : null;
}
