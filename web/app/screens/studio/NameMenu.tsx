import { Button } from "../../../ui/Button.tsx";
import { Icon } from "../../../ui/Icon.tsx";
import { Menu, MenuItem, MenuSeparator } from "../../../ui/Menu.tsx";
import { useProject, useStudio } from "./studio-context.tsx";

/** The portfolio's name, and what can be done with the whole of it. */
export function NameMenu() {
  const { props, view, acts } = useStudio();
  const name = useProject((state) => state.name);
  return (
    <Menu
      label="Portfolio"
      trigger={
        <Button variant="quiet" className="name-button">
          <span>{name}</span>
          <Icon name="chevron-down" size={16} />
        </Button>
      }
    >
      <MenuItem icon="pencil" onAction={() => view.setState({ dialog: "rename" })}>
        Rename
      </MenuItem>
      <MenuItem icon="copy" onAction={() => void acts.duplicate()}>
        Duplicate
      </MenuItem>
      <MenuItem icon="save" shortcut="Mod+S" onAction={() => view.setState({ dialog: "version" })}>
        Save a version
      </MenuItem>
      <MenuSeparator />
      <MenuItem icon="layout-grid" onAction={() => props.portfolios.showAll()}>
        All portfolios
      </MenuItem>
    </Menu>
  );
}
