import { useEffect, useMemo, useState } from "react";
import { dismissToasts, showToast } from "../../../ui/Toast.tsx";
import { Splitter } from "../../../ui/Splitter.tsx";
import { useSandboxEvents } from "../../../workbench/preview/use-sandbox-events.ts";
import { openTemplatePictures } from "../../flows/open-template-pictures.ts";
import { DrawerBar, DrawerInside } from "./Drawer.tsx";
import { PanelRoom } from "./PanelRoom.tsx";
import { PhoneBar } from "./PhoneBar.tsx";
import { PhoneSheets } from "./PhoneSheets.tsx";
import { PreviewRoom } from "./PreviewRoom.tsx";
import { Rail } from "./Rail.tsx";
import { StudioDialogs } from "./StudioDialogs.tsx";
import { StudioProvider, useStudio, useView, type Studio } from "./studio-context.tsx";
import { studioActs } from "./studio-acts.ts";
import type { StudioProps } from "./studio-props.ts";
import { createStudioView, showField } from "./studio-view.ts";
import { TopBar } from "./TopBar.tsx";
import { useMedia } from "./use-media.ts";
import "./studio.css";

/** As web/ui's sheets: below this they come from below. */
const PHONE = "(max-width: 700px)";

const closedStorage = (): Storage | null => {
  try {
    return globalThis.localStorage;
  } catch {
    return null;
  }
};

/** The workbench around one portfolio. */
export function StudioScreen(props: StudioProps) {
  const isPhone = useMedia(PHONE);
  const { project, portfolios, sandbox, focus } = props;
  const [view] = useState(() => createStudioView(closedStorage(), isPhone));
  const running = sandbox.status === "open" ? sandbox.sandbox : null;
  const coming = sandbox.status === "open" ? sandbox.run.coming : null;
  const [events, { clearConsole }] = useSandboxEvents(running, coming);
  const acts = useMemo(
    () => studioActs({ project, portfolios }, view),
    [project, portfolios, view],
  );
  const pictures = useMemo(() => openTemplatePictures(project), [project]);
  useEffect(() => view.setState({ dialog: props.firstDialog }), [props.firstDialog, view]);
  useEffect(() => {
    if (focus) view.setState(showField(focus.pointer));
  }, [focus, view]);

  // “Undo” in a corner means the act it names: after the next one, and elsewhere, it would mean another.
  useEffect(() => {
    const stop = project.onChanges(() => dismissToasts("undo"));
    return () => {
      stop();
      dismissToasts("undo");
    };
  }, [project]);

  // One line says why the site isn't where it should run: on a phone there is no chip to say it.
  const fallback = sandbox.status === "open" ? sandbox.run.fallback : null;
  useEffect(() => {
    if (fallback !== null) {
      showToast({ title: fallback.message, detail: "The instant preview runs instead." });
    }
  }, [fallback]);

  const studio: Studio = { props, view, acts, sandbox: events, pictures, clearConsole, isPhone };
  return (
    <StudioProvider value={studio}>
      <div className="studio" data-phone={isPhone || undefined}>
        <TopBar />
        {isPhone ? <PhoneLayout /> : <DeskLayout />}
        <StudioDialogs />
      </div>
    </StudioProvider>
  );
}

function DeskLayout() {
  const { view } = useStudio();
  const panel = useView((state) => state.panel);
  const width = useView((state) => state.panelWidth);
  return (
    <main className="studio-desk">
      <Rail />
      <Splitter
        label="Width of the panel"
        direction="columns"
        sized="first"
        size={width}
        min={300}
        max={640}
        onResize={(panelWidth) => view.setState({ panelWidth })}
        onReset={() => view.setState({ panelWidth: 360 })}
        isCollapsed={panel === null}
        first={panel !== null && <PanelRoom panel={panel} />}
        second={<MainColumn />}
      />
    </main>
  );
}

function MainColumn() {
  const { view } = useStudio();
  const drawer = useView((state) => state.drawer);
  const lastDrawer = useView((state) => state.lastDrawer);
  const height = useView((state) => state.drawerHeight);
  return (
    <div className="studio-main">
      <Splitter
        label="Height of the drawer"
        direction="rows"
        sized="second"
        size={height}
        min={140}
        max={720}
        onResize={(drawerHeight) => view.setState({ drawerHeight })}
        onReset={() => view.setState({ drawerHeight: 300 })}
        isCollapsed={drawer === null}
        first={<PreviewRoom />}
        second={<DrawerInside drawer={drawer ?? lastDrawer} />}
      />
      <DrawerBar />
    </div>
  );
}

function PhoneLayout() {
  return (
    <>
      <main className="studio-main">
        <PreviewRoom />
      </main>
      <PhoneBar />
      <PhoneSheets />
    </>
  );
}
