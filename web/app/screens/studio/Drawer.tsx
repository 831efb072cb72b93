import { useState } from "react";
import { Badge } from "../../../ui/Badge.tsx";
import { ErrorBoundary } from "../../../ui/ErrorBoundary.tsx";
import { IconButton } from "../../../ui/IconButton.tsx";
import { CodePanel } from "../../../workbench/editor/CodePanel.tsx";
import { ConsolePanel } from "../../../workbench/console/ConsolePanel.tsx";
import { ProblemsPanel } from "../../../workbench/problems/ProblemsPanel.tsx";
import { codeRequests } from "./code-requests.ts";
import { TerminalRoom } from "./TerminalRoom.tsx";
import { useProject, useStudio, useView } from "./studio-context.tsx";
import { closeFile, openFile, showDrawer, showPanel, type DrawerId } from "./studio-view.ts";

export const DRAWERS: readonly { readonly id: DrawerId; readonly label: string }[] = [
  { id: "code", label: "Code" },
  { id: "console", label: "Console" },
  { id: "problems", label: "Problems" },
  { id: "terminal", label: "Terminal" },
];

/** The drawer’s names at the foot of the screen: they stay in place whether it is open or not. */
export function DrawerBar() {
  const { view, sandbox } = useStudio();
  const open = useView((state) => state.drawer);
  const counts: Partial<Record<DrawerId, number>> = {
    problems: sandbox.problems.length,
    console: sandbox.lines.filter(({ level }) => level === "error").length,
  };
  return (
    <nav className="drawer-bar" aria-label="Drawer">
      {DRAWERS.map(({ id, label }) => (
        <button
          key={id}
          type="button"
          className="drawer-tab"
          aria-pressed={open === id}
          onClick={() => view.setState(open === id ? { drawer: null } : showDrawer(id))}
        >
          {label}
          {(counts[id] ?? 0) > 0 && <Badge tone="bad">{counts[id]}</Badge>}
        </button>
      ))}
      <span className="top-bar-space" />
      {open !== null && (
        <IconButton
          label="Hide the drawer"
          shortcut="Mod+J"
          icon="panel-bottom-close"
          size="small"
          onPress={() => view.setState({ drawer: null })}
        />
      )}
    </nav>
  );
}

/** What the drawer shows; on a phone a sheet shows it. */
export function DrawerInside({ drawer }: { readonly drawer: DrawerId }) {
  const { view, sandbox, clearConsole } = useStudio();
  const label = DRAWERS.find(({ id }) => id === drawer)?.label ?? "";
  const open = (place: {
    readonly path: string;
    readonly line?: number;
    readonly column?: number;
  }) => view.setState(openFile(place));
  const openFiles = useView((state) => state.openFiles);
  const isCode = drawer === "code";
  return (
    <>
      {(isCode || openFiles.length > 0) && (
        // Kept while another drawer is shown: the editor holds undo and cursor of each file.
        <div className="drawer-keep" hidden={!isCode}>
          <ErrorBoundary name="The editor">
            <CodeRoom />
          </ErrorBoundary>
        </div>
      )}
      <Kept isShown={drawer === "terminal"} />
      {(drawer === "console" || drawer === "problems") && (
        <ErrorBoundary key={drawer} name={`The ${label.toLowerCase()}`}>
          {drawer === "console" ? (
            <ConsolePanel lines={sandbox.lines} onClear={clearConsole} onOpen={open} />
          ) : (
            <ProblemsPanel problems={sandbox.problems} onOpen={open} />
          )}
        </ErrorBoundary>
      )}
    </>
  );
}

/** Kept once it was shown: its shells go on while another drawer is open. */
function Kept({ isShown }: { readonly isShown: boolean }) {
  const [wasShown, setWasShown] = useState(isShown);
  if (isShown && !wasShown) setWasShown(true);
  if (!wasShown) return null;
  return (
    <div className="drawer-keep" hidden={!isShown}>
      <ErrorBoundary name="The terminal">
        <TerminalRoom isShown={isShown} />
      </ErrorBoundary>
    </div>
  );
}

function CodeRoom() {
  const studio = useStudio();
  const { props, view, sandbox } = studio;
  const files = useProject((state) => state.files);
  const openFiles = useView((state) => state.openFiles);
  const shown = useView((state) => state.shownFile);
  const place = useView((state) => state.place);
  // What can be asked depends on what is selected.
  useView((state) => state.selected);
  return (
    <CodePanel
      files={files}
      openFiles={openFiles}
      shown={shown}
      place={place}
      problems={sandbox.problems}
      onShow={(path) => view.setState({ shownFile: path })}
      onClose={(path) => view.setState(closeFile(path))}
      onSelect={(selected) => view.setState({ selected })}
      requests={codeRequests(studio)}
      onChange={(changes, act) => props.project.apply(changes, act)}
      onBrowse={() => view.setState({ ...showPanel("files") })}
    />
  );
}
