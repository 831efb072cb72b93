import { useCallback } from "react";
import { FIRST_EXAMPLES } from "../../../../shared/agent/plain/suggest.ts";
import type { PlainCommand } from "../../../../shared/agent/plain/plain-kind.ts";
import { ChatPanel } from "../../../chat/ChatPanel.tsx";
import { FileDiff } from "../../../workbench/diff/FileDiff.tsx";
import { useChat } from "../../flows/use-chat.ts";
import { tellFailure } from "./studio-acts.ts";
import { useProject, useStudio, type Studio } from "./studio-context.tsx";
import { showPanel } from "./studio-view.ts";

/** Changing the site by words. */
export function ChatRoom() {
  const studio = useStudio();
  const { props, acts } = studio;
  // What can be taken back depends on the files as they are.
  useProject((state) => state.files);
  const { changeTemplate } = acts;
  const runCommand = useCallback(
    (command: PlainCommand, label?: string) => runPlainCommand(command, label, studio),
    [studio],
  );
  const chat = useChat({
    project: props.project,
    storage: props.storage,
    changeTemplate,
    runCommand,
  });
  return (
    <ChatPanel
      conversation={chat.conversation}
      examples={FIRST_EXAMPLES}
      onSend={chat.send}
      onUndo={chat.undo}
      undoProblem={chat.undoProblem}
      renderDiff={({ path, before, after }) => (
        <FileDiff path={path} before={before ?? undefined} after={after ?? undefined} />
      )}
    />
  );
}

const EXPORTS = {
  "download-project": "project",
  "download-site": "site",
  "download-resume": "resume",
  "print-cv": "cvPdf",
} as const;

function runPlainCommand(command: PlainCommand, label: string | undefined, studio: Studio): void {
  const { acts, props, view } = studio;
  switch (command) {
    case "undo":
      return acts.undo();
    case "redo":
      return acts.redo();
    case "save-version":
      return void acts.saveVersion(label ?? "By chat");
    case "show-history":
      return view.setState(showPanel("history"));
    case "help":
      return;
    default:
      void props.exports[EXPORTS[command]]().then((done) => !done.ok && tellFailure(done.failure));
  }
}
