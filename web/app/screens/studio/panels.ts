import type { IconName } from "../../../ui/Icon.tsx";
import type { PanelId } from "./studio-view.ts";

export interface PanelEntry {
  readonly id: PanelId;
  readonly label: string;
  readonly icon: IconName;
  readonly shortcut: string;
}

/** The panels, in the order of the rail. */
export const PANELS: readonly PanelEntry[] = [
  { id: "content", label: "Content", icon: "square-pen", shortcut: "Alt+1" },
  { id: "design", label: "Design", icon: "palette", shortcut: "Alt+2" },
  { id: "chat", label: "Chat", icon: "message-square", shortcut: "Alt+3" },
  { id: "files", label: "Files", icon: "folders", shortcut: "Alt+4" },
  { id: "history", label: "History", icon: "history", shortcut: "Alt+5" },
];
