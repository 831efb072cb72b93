import { useEffect, useEffectEvent, useState } from "react";
import { canBeDropped, fromTransfer, takesText, type Brought } from "./from-transfer.ts";

export interface CvDrop {
  readonly onBring: (brought: Brought) => void;
  /** When something comes over the window. */
  readonly onIntent?: () => void;
}

/** Makes the whole window take a CV, by drop and by paste. Gives whether one is over it now. */
export function useCvDrop({ onBring, onIntent }: CvDrop): boolean {
  const [isOver, setOver] = useState(false);
  const bring = useEffectEvent(onBring);
  const intend = useEffectEvent(() => onIntent?.());
  useEffect(() => {
    // Each element inside fires its own enter and leave: the window is left when they are even.
    let depth = 0;
    // What is dragged from the page itself (a word, a link) is no CV.
    let isOwn = false;
    const isForUs = (event: DragEvent) => !isOwn && canBeDropped(event.dataTransfer?.types ?? []);
    const onEnter = (event: DragEvent) => {
      if (!isForUs(event)) return;
      depth += 1;
      if (depth === 1) intend();
      setOver(true);
    };
    const onOver = (event: DragEvent) => {
      if (!isForUs(event)) return;
      event.preventDefault();
      event.dataTransfer!.dropEffect = "copy";
    };
    const onLeave = () => {
      depth = Math.max(0, depth - 1);
      if (depth === 0) setOver(false);
    };
    const onDrop = (event: DragEvent) => {
      depth = 0;
      setOver(false);
      if (isOwn || (takesText(event.target) && event.dataTransfer?.files.length === 0)) return;
      event.preventDefault();
      const brought = event.dataTransfer && fromTransfer(event.dataTransfer);
      if (brought) bring(brought);
    };
    const onPaste = (event: ClipboardEvent) => {
      const brought = event.clipboardData && fromTransfer(event.clipboardData);
      if (!brought || (brought.kind === "text" && takesText(event.target))) return;
      event.preventDefault();
      bring(brought);
    };
    const listening = new AbortController();
    const { signal } = listening;
    window.addEventListener("dragstart", () => (isOwn = true), { signal });
    window.addEventListener("dragend", () => (isOwn = false), { signal });
    window.addEventListener("dragenter", onEnter, { signal });
    window.addEventListener("dragover", onOver, { signal });
    window.addEventListener("dragleave", onLeave, { signal });
    window.addEventListener("drop", onDrop, { signal });
    window.addEventListener("paste", onPaste, { signal });
    return () => listening.abort();
  }, []);
  return isOver;
}
