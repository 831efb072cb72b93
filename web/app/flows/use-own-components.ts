import { useEffect, useState } from "react";
import type { OpenProject } from "../../project/open-project.ts";
import type { Chat } from "./open-chat.ts";
import { openOwnComponents, type OwnComponents } from "./own-components.ts";

/** Parts of one’s own for an open portfolio; what is tried ends with the component. */
export function useOwnComponents(project: OpenProject, chat: Chat): OwnComponents {
  const [own] = useState(() =>
    openOwnComponents({
      project,
      locks: () => chat.conversation.getState().locks,
      load: async () => (await import("./propose-component.ts")).proposeComponent,
    }),
  );
  useEffect(() => () => own.close(), [own]);
  return own;
}
