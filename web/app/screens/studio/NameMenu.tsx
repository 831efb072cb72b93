import { knownPerson } from "../../../account/known-person.ts";
import { Button } from "../../../ui/Button.tsx";
import { Icon } from "../../../ui/Icon.tsx";
import { Menu, MenuItem, MenuSeparator } from "../../../ui/Menu.tsx";
import { useProject, useStudio } from "./studio-context.tsx";
import { showDrawer } from "./studio-view.ts";

/** The portfolio's name, and what can be done with the whole of it. */
export function NameMenu() {
  const { props, view, acts, isPhone } = useStudio();
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
      <MenuItem
        icon="save"
        {...(isPhone ? {} : { shortcut: "Mod+S" })}
        onAction={() => view.setState({ dialog: "version" })}
      >
        Save a version
      </MenuItem>
      {isPhone && <PhoneItems />}
      <MenuSeparator />
      <MenuItem icon="layout-grid" onAction={() => props.portfolios.showAll()}>
        All portfolios
      </MenuItem>
      {knownPerson() !== null && (
        <MenuItem icon="globe" onAction={() => void props.portfolios.openSites()}>
          My sites
        </MenuItem>
      )}
      <MenuItem icon="user" onAction={() => void props.portfolios.openAccount()}>
        {knownPerson() === null ? "Sign in" : "Account"}
      </MenuItem>
    </Menu>
  );
}

/** What a phone has no room for outside a menu. */
function PhoneItems() {
  const { view, acts, sandbox } = useStudio();
  const redo = useProject((state) => state.canRedo);
  const { length } = sandbox.problems;
  return (
    <>
      {redo !== null && (
        <MenuItem icon="redo-2" onAction={() => acts.redo()}>{`Redo: ${redo}`}</MenuItem>
      )}
      <MenuItem icon="code" onAction={() => view.setState(showDrawer("code"))}>
        Code
      </MenuItem>
      <MenuItem icon="square-terminal" onAction={() => view.setState(showDrawer("console"))}>
        Console
      </MenuItem>
      <MenuItem icon="circle-alert" onAction={() => view.setState(showDrawer("problems"))}>
        {length === 0 ? "Problems" : `Problems (${length})`}
      </MenuItem>
    </>
  );
}
