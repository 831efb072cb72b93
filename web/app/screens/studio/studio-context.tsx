import { createContext, useContext, useSyncExternalStore } from "react";
import { useStore } from "zustand";
import type { StoreApi } from "zustand/vanilla";
import type { Lock } from "../../../../shared/conversation.ts";
import type { ProjectState } from "../../../project/project-state.ts";
import type { SandboxView } from "../../../workbench/preview/use-sandbox-events.ts";
import type { TemplatePictures } from "../../flows/template-pictures.ts";
import type { StudioActs } from "./studio-acts.ts";
import type { StudioProps } from "./studio-props.ts";
import type { StudioView } from "./studio-view.ts";

export interface Studio {
  readonly props: StudioProps;
  readonly view: StoreApi<StudioView>;
  readonly acts: StudioActs;
  readonly sandbox: SandboxView;
  readonly pictures: TemplatePictures;
  readonly clearConsole: () => void;
  readonly isPhone: boolean;
}

const Context = createContext<Studio | null>(null);

export const StudioProvider = Context.Provider;

/** The studio around a component. */
export function useStudio(): Studio {
  const studio = useContext(Context);
  if (studio === null) throw new Error("A part of the studio stands outside it.");
  return studio;
}

/** A part of the screen's own state. */
export function useView<T>(selector: (view: StudioView) => T): T {
  return useStore(useStudio().view, selector);
}

/** A part of the open portfolio's state. */
export function useProject<T>(selector: (state: ProjectState) => T): T {
  const { project } = useStudio().props;
  return useSyncExternalStore(project.subscribe, () => selector(project.getState()));
}

/** What the agent may not change, and the way to lock and unlock. */
export function useLocks(): readonly [readonly Lock[], (lock: Lock) => void] {
  const { chat } = useStudio().props;
  return [useStore(chat.conversation, ({ locks }) => locks), chat.turnLock];
}
