import { ErrorBoundary } from "../../../ui/ErrorBoundary.tsx";
import { IconButton } from "../../../ui/IconButton.tsx";
import { ChatRoom } from "./ChatRoom.tsx";
import { ContentRoom } from "./ContentRoom.tsx";
import { DesignRoom } from "./DesignRoom.tsx";
import { FilesRoom } from "./FilesRoom.tsx";
import { HistoryRoom } from "./HistoryRoom.tsx";
import { PANELS } from "./panels.ts";
import { useStudio } from "./studio-context.tsx";
import type { PanelId } from "./studio-view.ts";

const ROOMS = {
  content: ContentRoom,
  design: DesignRoom,
  chat: ChatRoom,
  files: FilesRoom,
  history: HistoryRoom,
} as const;

/** A panel under its name, with a way to close it. */
export function PanelRoom({ panel }: { readonly panel: PanelId }) {
  const { view } = useStudio();
  const label = PANELS.find(({ id }) => id === panel)?.label ?? "";
  return (
    <section className="panel-room" aria-label={label}>
      <header className="panel-head">
        <h2>{label}</h2>
        <IconButton
          label="Hide the panel"
          shortcut="Mod+B"
          icon="panel-left-close"
          size="small"
          onPress={() => view.setState({ panel: null })}
        />
      </header>
      <PanelInside panel={panel} />
    </section>
  );
}

/** The panel alone: what a phone's sheet shows. */
export function PanelInside({ panel }: { readonly panel: PanelId }) {
  const Room = ROOMS[panel];
  const label = PANELS.find(({ id }) => id === panel)?.label ?? "";
  return (
    <div className="panel-inside">
      <ErrorBoundary key={panel} name={`The panel “${label}”`}>
        <Room />
      </ErrorBoundary>
    </div>
  );
}
