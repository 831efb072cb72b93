import { Button } from "../../../ui/Button.tsx";
import { DRAWERS } from "./Drawer.tsx";
import { useStudio } from "./studio-context.tsx";
import { showDrawer } from "./studio-view.ts";

/** On a phone the drawer has no bar of its own: the ways to what it shows. */
export function PhoneDrawers({ onChoose }: { readonly onChoose: () => void }) {
  const { view } = useStudio();
  return (
    <nav className="sandbox-acts" aria-label="Drawer">
      {DRAWERS.map(({ id, label }) => (
        <Button
          key={id}
          size="small"
          variant="quiet"
          onPress={() => {
            onChoose();
            view.setState({ panel: null, ...showDrawer(id) });
          }}
        >
          {label}
        </Button>
      ))}
    </nav>
  );
}
