import type { PlainCommand } from "../../../../shared/agent/plain/plain-kind.ts";
import type { PlainActs } from "../../flows/open-chat.ts";
import { tellFailure } from "./studio-acts.ts";
import type { Studio } from "./studio-context.tsx";
import { showPanel } from "./studio-view.ts";

/** What the studio lends to a conversation to carry out plain requests. */
export const plainActs = (studio: Studio): PlainActs => ({
  changeTemplate: studio.acts.changeTemplate,
  runCommand: (command, label) => runPlainCommand(command, label, studio),
  tellFailure,
});
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
    case "surprise-template":
      return void acts.surprise("template");
    case "help":
      return;
    default:
      void props.exports[EXPORTS[command]]().then((done) => !done.ok && tellFailure(done.failure));
  }
}
