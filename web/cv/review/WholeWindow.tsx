import type { KeyboardEventHandler, ReactNode } from "react";
import { Dialog, Heading, Modal, ModalOverlay } from "react-aria-components";
import { IconButton } from "../../ui/IconButton.tsx";
import "./review.css";

export interface WholeWindowProps {
  readonly title: string;
  /** One line beside the title: how far it is, or what it is. */
  readonly note: string;
  /** More to do, before the way out. */
  readonly acts?: ReactNode;
  readonly onKeyDown?: KeyboardEventHandler;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** A document with what is said about it, over the whole window; Escape and “Close” lead out. */
export function WholeWindow(props: WholeWindowProps) {
  const { title, note, acts, onKeyDown, onClose, children } = props;
  return (
    <ModalOverlay className="review-overlay" isOpen onOpenChange={(isOpen) => !isOpen && onClose()}>
      <Modal className="review-modal">
        <Dialog className="review">
          {/* oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- keys that mean something anywhere in it */}
          <div className="review-inside" onKeyDown={onKeyDown}>
            <header className="review-head">
              <Heading slot="title" level={2}>
                {title}
              </Heading>
              <p className="review-progress" aria-live="polite">
                {note}
              </p>
              {acts}
              <IconButton label="Close" icon="x" onPress={onClose} />
            </header>
            {children}
          </div>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
