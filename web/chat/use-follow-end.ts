import { useEffect, useRef, type RefObject } from "react";
import type { Message } from "../../shared/conversation.ts";

/** So many pixels above the end still count as reading at the end. */
const NEAR = 48;

/**
 * Keeps the end of the conversation in sight while the reader is there: at a new message always, while
 * an answer grows only where they haven't scrolled up to read.
 */
export function useFollowEnd(last: Message | undefined): RefObject<HTMLDivElement | null> {
  const room = useRef<HTMLDivElement>(null);
  const isAtEnd = useRef(true);
  useEffect(() => {
    const element = room.current;
    if (element === null) return;
    const onScroll = () => {
      isAtEnd.current =
        element.scrollHeight - element.scrollTop - element.clientHeight <= NEAR;
    };
    // Differences and pictures come after the text; what grows then is followed too.
    const growing = new ResizeObserver(() => {
      if (isAtEnd.current) element.scrollTop = element.scrollHeight;
    });
    element.addEventListener("scroll", onScroll, { passive: true });
    if (element.firstElementChild) growing.observe(element.firstElementChild);
    return () => {
      element.removeEventListener("scroll", onScroll);
      growing.disconnect();
    };
  }, [last === undefined]);
  useEffect(() => {
    const element = room.current;
    isAtEnd.current = true;
    if (element !== null) element.scrollTop = element.scrollHeight;
  }, [last?.id]);
  return room;
}
