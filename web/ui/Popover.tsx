import type { ReactElement, ReactNode } from "react";
import {
  Dialog,
  DialogTrigger,
  Popover as AriaPopover,
  type PopoverProps as AriaPopoverProps,
} from "react-aria-components";
import "./overlays.css";

export interface PopoverProps {
  readonly label: string;
  readonly trigger: ReactElement;
  readonly placement?: AriaPopoverProps["placement"];
  readonly isOpen?: boolean;
  readonly onOpenChange?: (isOpen: boolean) => void;
  readonly children: ReactNode | ((acts: { readonly close: () => void }) => ReactNode);
}

/** A small floating panel beside its button. */
export function Popover(props: PopoverProps) {
  const { label, trigger, placement = "bottom start", isOpen, onOpenChange, children } = props;
  return (
    <DialogTrigger
      {...(isOpen === undefined ? {} : { isOpen })}
      {...(onOpenChange === undefined ? {} : { onOpenChange })}
    >
      {trigger}
      <AriaPopover className="ui-popover" placement={placement} offset={4}>
        <Dialog aria-label={label} className="ui-popover-inside">
          {children}
        </Dialog>
      </AriaPopover>
    </DialogTrigger>
  );
}
