import type { ReactElement, ReactNode } from "react";
import {
  Header,
  Menu as AriaMenu,
  MenuItem as AriaMenuItem,
  MenuSection as AriaMenuSection,
  MenuTrigger,
  Popover,
  Separator,
  type MenuItemProps as AriaMenuItemProps,
  type MenuProps as AriaMenuProps,
  type PopoverProps,
} from "react-aria-components";
import { Icon, type IconName } from "./Icon.tsx";
import { Kbd } from "./Kbd.tsx";
import "./overlays.css";

export interface MenuProps extends Omit<AriaMenuProps<object>, "children" | "className" | "style"> {
  /** Names the menu for screen readers. */
  readonly label: string;
  /** The button that opens it. */
  readonly trigger: ReactElement;
  readonly placement?: PopoverProps["placement"];
  readonly children: ReactNode;
}

/** A button with a menu: `MenuItem`, `MenuSection` and `MenuSeparator` inside. */
export function Menu({ label, trigger, placement = "bottom start", children, ...rest }: MenuProps) {
  return (
    <MenuTrigger>
      {trigger}
      <Popover className="ui-popover" placement={placement} offset={4}>
        <AriaMenu {...rest} aria-label={label} className="ui-menu">
          {children}
        </AriaMenu>
      </Popover>
    </MenuTrigger>
  );
}

export interface MenuItemProps extends Omit<AriaMenuItemProps, "children" | "className" | "style"> {
  readonly children: string;
  readonly icon?: IconName;
  /** A second line, muted. */
  readonly detail?: string;
  readonly shortcut?: string;
  readonly tone?: "plain" | "danger";
}

/** One act, or one choice when the menu has a `selectionMode`. */
export function MenuItem(props: MenuItemProps) {
  const { children, icon, detail, shortcut, tone = "plain", ...rest } = props;
  return (
    <AriaMenuItem
      textValue={children}
      {...rest}
      className="ui-option"
      data-tone={tone}
      data-with-icon={icon === undefined ? undefined : true}
    >
      {({ isSelected }) => (
        <>
          {icon !== undefined && <Icon name={icon} size={16} />}
          <span>
            {children}
            {detail !== undefined && <small>{detail}</small>}
          </span>
          <span className="ui-option-end">
            {shortcut !== undefined && <Kbd keys={shortcut} />}
            {isSelected && <Icon name="check" size={16} />}
          </span>
        </>
      )}
    </AriaMenuItem>
  );
}

/** Items under a heading. */
export function MenuSection(props: { readonly title: string; readonly children: ReactNode }) {
  return (
    <AriaMenuSection>
      <Header className="ui-menu-title">{props.title}</Header>
      {props.children}
    </AriaMenuSection>
  );
}

/** A hairline between items. */
export function MenuSeparator() {
  return <Separator className="ui-menu-line" />;
}
