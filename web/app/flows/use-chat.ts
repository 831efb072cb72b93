import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import { prepareToUnderstand } from "../../../shared/agent/plain/understand.ts";
import { takeBack } from "../../../shared/agent/take-back.ts";
import { MOST_MESSAGES, type Conversation, type Message } from "../../../shared/conversation.ts";
import type { PortfolioStorage } from "../../../shared/ports/portfolio-storage.ts";
import type { OpenProject } from "../../project/open-project.ts";
import { answerRequest, requestContext, type RequestActs } from "./answer-request.ts";

export interface Chat {
  readonly conversation: Conversation;
  readonly send: (text: string) => void;
  readonly undo: (message: Message) => void;
  readonly undoProblem: (message: Message) => string | null;
}

interface ChatInput extends Omit<RequestActs, "project"> {
  readonly project: Pick<OpenProject, "id" | "getState" | "apply" | "undo">;
  readonly storage: Promise<Pick<PortfolioStorage, "readConversation" | "saveConversation">>;
}

/** The conversation about an open portfolio, kept with it. */
export function useChat({ project, storage, changeTemplate, runCommand }: ChatInput): Chat {
  const [conversation, setConversation] = useState<Conversation>([]);
  // Requests are carried out one after another, each on what the one before left.
  const queue = useRef<Promise<unknown>>(Promise.resolve());
  const change = useMemo(() => keeper(project.id, storage, setConversation), [project, storage]);
  useEffect(() => {
    void change((kept) => kept);
    void requestContext(project.getState().files).then(
      (context) => context.ok && requestIdleCallback(() => prepareToUnderstand(context.value)),
    );
  }, [change, project]);

  const send = useCallback(
    (text: string) => {
      const asked: Message = { ...stamp(), from: "person", text };
      void change((kept) => [...kept, asked]);
      queue.current = queue.current.then(async () => {
        const answer = await answerRequest(text, { project, changeTemplate, runCommand });
        await change((kept) => [...kept, { ...stamp(), from: "site", ...answer }]);
      });
    },
    [change, project, changeTemplate, runCommand],
  );

  const undo = useCallback(
    (message: Message) => {
      const back = backOf(message, project);
      if (back === null) return;
      if (back === "last") project.undo();
      else project.apply(back, { label: `Undo: ${message.act ?? message.text}` });
      void change((kept) =>
        kept.map((one) => (one.id === message.id ? { ...one, isUndone: true } : one)),
      );
    },
    [change, project],
  );

  const undoProblem = useCallback(
    (message: Message) =>
      backOf(message, project) === null ? "Changed again since; the history has it." : null,
    [project],
  );
  return { conversation, send, undo, undoProblem };
}

const stamp = () => ({ id: crypto.randomUUID(), at: Date.now() });

/** What takes a message's change back: changes, the last act of the undo list, or nothing any more. */
function backOf(message: Message, project: ChatInput["project"]) {
  const { files, canUndo } = project.getState();
  if (message.changes) return takeBack(files, message.changes);
  return message.act !== undefined && canUndo === message.act ? "last" : null;
}

/** Reads the kept conversation once, then shows and keeps every change of it, in order. */
function keeper(id: string, storage: ChatInput["storage"], show: (now: Conversation) => void) {
  const opened = storage.then(async (open) => {
    const read = await open.readConversation(id);
    return { open, now: read.ok ? read.value : [] };
  });
  return async (next: (kept: Conversation) => Conversation): Promise<void> => {
    const state = await opened;
    const before = state.now;
    state.now = next(before).slice(-MOST_MESSAGES);
    show(state.now);
    if (state.now !== before && state.now.length > 0)
      await state.open.saveConversation(id, state.now);
  };
}
