import { Sheet } from "../../../ui/Sheet.tsx";
import { DrawerInside } from "./Drawer.tsx";
import { PanelInside } from "./PanelRoom.tsx";
import { PANELS } from "./panels.ts";
import { useStudio, useView } from "./studio-context.tsx";
import { fileName } from "../../../workbench/files/file-tree.ts";

/** On a phone the panels and the code come over the site from below. */
export function PhoneSheets() {
  const { view, props } = useStudio();
  const panel = useView((state) => state.panel);
  const drawer = useView((state) => state.drawer);
  const shown = useView((state) => state.shownFile);
  // A window made narrow under the review becomes a phone's: its sheets wait until the review is closed.
  // So do those under the publish sheet, to which signing in comes back.
  const isPublishing = useView(({ dialog }) => dialog === "publish" || dialog === "elsewhere");
  const mayOpen = !props.isCovered && !isPublishing;
  const drawerTitle =
    drawer === "code" && shown !== null
      ? fileName(shown)
      : (drawer?.replace(/^./, (c) => c.toUpperCase()) ?? "");
  return (
    <>
      <Sheet
        title={PANELS.find(({ id }) => id === panel)?.label ?? ""}
        isOpen={mayOpen && panel !== null && drawer === null}
        onOpenChange={(isOpen) => !isOpen && view.setState({ panel: null })}
      >
        <div className="phone-sheet">{panel !== null && <PanelInside panel={panel} />}</div>
      </Sheet>
      <Sheet
        title={drawerTitle}
        isOpen={mayOpen && drawer !== null}
        onOpenChange={(isOpen) => !isOpen && view.setState({ drawer: null })}
      >
        <div className="phone-sheet">{drawer !== null && <DrawerInside drawer={drawer} />}</div>
      </Sheet>
    </>
  );
}
