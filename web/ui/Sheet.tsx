import type { CSSProperties, ReactNode } from "react";
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from "react-aria-components";
import { IconButton } from "./IconButton.tsx";
import "./overlays.css";

export interface SheetProps {
  readonly title: string;
  readonly isOpen: boolean;
  readonly onOpenChange: (isOpen: boolean) => void;
  /** The side it comes from on wide screens; from below on phones. */
  readonly side?: "start" | "end";
  /** CSS width on wide screens. */
  readonly width?: string;
  readonly children: ReactNode;
  readonly acts?: ReactNode;
}

/** A panel over the edge of the screen: from the side on wide screens, from below on phones. */
export function Sheet(props: SheetProps) {
  const { title, isOpen, onOpenChange, side = "end", width, children, acts } = props;
  return (
    <ModalOverlay
      className="ui-scrim"
      data-kind="sheet"
      isDismissable
      isOpen={isOpen}
      onOpenChange={onOpenChange}
    >
      <Modal
        className="ui-sheet-box"
        data-side={side}
        {...(width === undefined ? {} : { style: { "--sheet-width": width } as CSSProperties })}
      >
        <AriaDialog className="ui-dialog">
          <span className="ui-sheet-handle" aria-hidden="true" />
          <div className="ui-dialog-head">
            <Heading slot="title" level={2}>
              {title}
            </Heading>
            <IconButton label="Close" icon="x" onPress={() => onOpenChange(false)} />
          </div>
          <div className="ui-dialog-body">{children}</div>
          {acts !== undefined && <div className="ui-dialog-acts">{acts}</div>}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}
