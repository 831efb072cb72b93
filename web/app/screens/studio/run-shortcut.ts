import type { ShortcutId } from "../../commands/shortcuts.ts";
import type { Studio } from "./studio-context.tsx";
import { showPanel, togglePanel } from "./studio-view.ts";

/** Carries out a shortcut. While a dialog is open only the dialog's own keys count. */
export function runShortcut(id: ShortcutId, { view, acts }: Studio): void {
  const { dialog, panel, lastPanel, drawer, lastDrawer } = view.getState();
  if (dialog !== null) return;
  switch (id) {
    case "undo":
      return acts.undo();
    case "redo":
      return acts.redo();
    case "toggle-panel":
      return view.setState({ panel: panel === null ? lastPanel : null });
    case "toggle-drawer":
      return view.setState({ drawer: drawer === null ? lastDrawer : null });
    case "search":
      return view.setState(({ searches }) => ({
        ...showPanel("files"),
        searches: searches + 1,
      }));
    case "save-version":
      return view.setState({ dialog: "version" });
    case "go-to-file":
      return view.setState({ dialog: "files" });
    case "palette":
    case "help":
      return view.setState({ dialog: id });
    default:
      return view.setState(togglePanel(id));
  }
}
