import type { ReactElement, ReactNode } from "react";
import {
  Dialog as AriaDialog,
  DialogTrigger,
  Heading,
  Modal,
  ModalOverlay,
} from "react-aria-components";
import { IconButton } from "./IconButton.tsx";
import "./overlays.css";

export interface DialogProps {
  readonly title: string;
  /** Opens it when given; else `isOpen` does. */
  readonly trigger?: ReactElement;
  readonly isOpen?: boolean;
  readonly onOpenChange?: (isOpen: boolean) => void;
  /** `alertdialog` when an answer is needed before anything else. */
  readonly role?: "dialog" | "alertdialog";
  readonly size?: "medium" | "large" | "wide";
  readonly children: ReactNode | ((acts: { readonly close: () => void }) => ReactNode);
  /** Buttons at its foot, the main one last. */
  readonly acts?: ReactNode;
  /** The same, where they need to close it. */
  readonly renderActs?: (acts: { readonly close: () => void }) => ReactNode;
}

/** A modal question. Focus stays inside, Escape closes it, focus goes back to where it was. */
export function Dialog(props: DialogProps) {
  const { trigger, isOpen, onOpenChange, role = "dialog", size = "medium" } = props;
  const overlay = (
    <ModalOverlay
      className="ui-scrim"
      isDismissable={role === "dialog"}
      {...(trigger === undefined && isOpen !== undefined ? { isOpen } : {})}
      {...(trigger === undefined && onOpenChange !== undefined ? { onOpenChange } : {})}
    >
      <Modal className="ui-dialog-box" data-size={size}>
        <AriaDialog className="ui-dialog" role={role}>
          {({ close }) => <DialogInside {...props} close={close} />}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
  if (trigger === undefined) return overlay;
  return (
    <DialogTrigger
      {...(isOpen === undefined ? {} : { isOpen })}
      {...(onOpenChange === undefined ? {} : { onOpenChange })}
    >
      {trigger}
      {overlay}
    </DialogTrigger>
  );
}

function DialogInside(props: DialogProps & { readonly close: () => void }) {
  const { title, role, children, close } = props;
  const acts = props.renderActs?.({ close }) ?? props.acts;
  return (
    <>
      <div className="ui-dialog-head">
        <Heading slot="title" level={2}>
          {title}
        </Heading>
        {role !== "alertdialog" && <IconButton label="Close" icon="x" onPress={close} />}
      </div>
      <div className="ui-dialog-body">
        {typeof children === "function" ? children({ close }) : children}
      </div>
      {acts !== undefined && <div className="ui-dialog-acts">{acts}</div>}
    </>
  );
}
