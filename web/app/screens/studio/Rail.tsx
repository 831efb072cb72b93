import { Icon } from "../../../ui/Icon.tsx";
import { IconButton } from "../../../ui/IconButton.tsx";
import { PANELS, type PanelEntry } from "./panels.ts";
import { useStudio, useView } from "./studio-context.tsx";
import { togglePanel } from "./studio-view.ts";

/** The panels at the left; the one that is open can be closed here too. */
export function Rail() {
  const { view } = useStudio();
  return (
    <nav className="rail" aria-label="Panels">
      {PANELS.map((panel) => (
        <PanelButton key={panel.id} panel={panel} />
      ))}
      <span className="top-bar-space" />
      <IconButton
        label="Do anything"
        shortcut="Mod+K"
        icon="command"
        tooltipPlacement="right"
        onPress={() => view.setState({ dialog: "palette" })}
      />
      <IconButton
        label="Shortcuts"
        shortcut="?"
        icon="keyboard"
        tooltipPlacement="right"
        onPress={() => view.setState({ dialog: "help" })}
      />
    </nav>
  );
}

/** One panel's button, in the rail or at the foot of a phone. */
export function PanelButton({ panel }: { readonly panel: PanelEntry }) {
  const { view } = useStudio();
  const isOpen = useView((state) => state.panel === panel.id);
  return (
    <button
      type="button"
      className="panel-button"
      aria-pressed={isOpen}
      onClick={() => view.setState(togglePanel(panel.id))}
    >
      <Icon name={panel.icon} size={20} />
      {panel.label}
    </button>
  );
}
