import { useEffect, useState } from "react";
import { createStore } from "zustand/vanilla";
import { prepareToUnderstand } from "../../../shared/agent/plain/understand.ts";
import { accountPath } from "../../account/AccountLink.tsx";
import type { OpenProject } from "../../project/open-project.ts";
import { portfolioStorage } from "../compose.ts";
import type { StudioSandbox } from "../screens/studio/studio-props.ts";
import { answerRequest, requestContext } from "./answer-request.ts";
import { findOffers } from "./find-offers.ts";
import { openChat, type Chat } from "./open-chat.ts";
import { studioAgent } from "./studio-agent.ts";

/** The conversation of an open portfolio, for as long as the component stands. */
export function useChat(project: OpenProject, state: StudioSandbox): Chat {
  const isOpen = state.status === "open";
  const running = isOpen ? state.sandbox : null;
  const isMoving = isOpen && state.run.choice.kind !== state.sandbox.kind;
  // Which sandbox shows the site changes under a conversation that goes on.
  const [shown] = useState(() => createStore(() => ({ sandbox: running, isMoving })));
  useEffect(() => shown.setState({ sandbox: running, isMoving }), [running, isMoving, shown]);
  const [chat] = useState(() =>
    openChat({
      project,
      storage: portfolioStorage(),
      agent: studioAgent({
        project,
        sandbox: () => shown.getState().sandbox,
        isMoving: () => shown.getState().isMoving,
      }),
      answerPlain: answerRequest,
      findOffers: (text, before) => findOffers(text, before, project.getState().files),
      keyPath: () => `${accountPath(location.pathname)}#model-key`,
      prepare: () =>
        void requestContext(project.getState().files).then(
          (context) => context.ok && requestIdleCallback(() => prepareToUnderstand(context.value)),
        ),
      now: () => Date.now(),
      mintId: () => crypto.randomUUID(),
    }),
  );
  useEffect(() => chat.follow(), [chat]);
  useEffect(() => () => chat.leave(), [chat]);
  return chat;
}
