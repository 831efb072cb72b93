import { useEffect, useMemo } from "react";
import { useStore } from "zustand";
import { OWN_COMPONENTS } from "../../../../shared/agent/components/own-components.ts";
import { FIRST_EXAMPLES } from "../../../../shared/agent/plain/suggest.ts";
import { shownMessages } from "../../../../shared/conversation-branches.ts";
import type { Conversation, Message } from "../../../../shared/conversation.ts";
import type { Result } from "../../../../shared/failure.ts";
import { ChatPanel } from "../../../chat/ChatPanel.tsx";
import { showToast } from "../../../ui/Toast.tsx";
import { FileDiff } from "../../../workbench/diff/FileDiff.tsx";
import { plainActs } from "./plain-acts.ts";
import { tellFailure } from "./studio-acts.ts";
import { useProject, useStudio } from "./studio-context.tsx";

/** Changing the site by words. */
export function ChatRoom() {
  const studio = useStudio();
  const { chat, project, own } = studio.props;
  // What can be taken back depends on the files as they are.
  useProject((state) => state.files);
  const conversation = useStore(chat.conversation);
  const { running, offer } = useStore(chat.state);
  const acts = useMemo(() => plainActs(studio), [studio]);
  useEffect(() => chat.prepare(), [chat]);
  const told = (result: Result<void>) => !result.ok && tellFailure(result.failure);
  return (
    <ChatPanel
      conversation={conversation}
      examples={FIRST_EXAMPLES}
      parts={OWN_COMPONENTS}
      onPart={own.ask}
      hasModel={offer?.isThere ?? null}
      remark={offer?.remark ?? null}
      onSend={(text) => chat.send(text, acts)}
      onStop={running === null ? null : chat.stop}
      onUndo={chat.undo}
      undoProblem={chat.undoProblem}
      onRetry={(message) => {
        const request = requestOf(conversation, message);
        if (request) chat.sendAgain(request, request.text, acts, { isForModel: true });
      }}
      onEdit={(request, text) => chat.sendAgain(request, text, acts)}
      onWording={(wording) => void chat.showWording(wording).then(told)}
      onRestore={(message) =>
        void chat.restore(message).then((restored) => {
          if (!restored.ok) return tellFailure(restored.failure);
          const undo = { label: "Undo", onPress: () => project.undo() };
          showToast({ title: "The site is as it was then", topic: "undo", action: undo });
        })
      }
      onConsent={chat.consent}
      onChoose={(message, choice) => chat.choose(message, choice, acts)}
      onPermission={chat.answerPermission}
      renderDiff={({ path, before, after }) => (
        <FileDiff path={path} before={before ?? undefined} after={after ?? undefined} />
      )}
    />
  );
}

/** What was asked before an answer. */
function requestOf(conversation: Conversation, answer: Message): Message | undefined {
  const shown = shownMessages(conversation);
  return shown
    .slice(
      0,
      shown.findIndex(({ id }) => id === answer.id),
    )
    .findLast(({ from }) => from === "person");
}
