import { useEffect, useRef, type RefObject } from "react";

/** So many pixels above the end still count as reading at the end. */
const NEAR = 48;

/**
 * Keeps the end of the conversation in sight while the reader is there: at a new message always, while
 * an answer grows only where they haven't scrolled up to read. Differences that come late are followed.
 * @param lastId of the last message; `null` before there is one
 */
export function useFollowEnd(lastId: string | null): RefObject<HTMLDivElement | null> {
  const room = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const element = room.current;
    if (element === null || lastId === null) return;
    let isAtEnd = true;
    let top = 0;
    let height = 0;
    const toEnd = () => {
      element.scrollTop = element.scrollHeight;
    };
    // Only a way up through what stands still leaves the end: where the conversation has grown or shrunk
    // since, it is the conversation that has moved.
    const onScroll = () => {
      const { scrollTop, scrollHeight, clientHeight } = element;
      const isNear = scrollHeight - scrollTop - clientHeight <= NEAR;
      const hasGoneUp = scrollTop < top && scrollHeight === height;
      isAtEnd = isNear || (isAtEnd && !hasGoneUp);
      top = scrollTop;
      height = scrollHeight;
    };
    const growing = new ResizeObserver(() => isAtEnd && toEnd());
    toEnd();
    element.addEventListener("scroll", onScroll, { passive: true });
    if (element.firstElementChild) growing.observe(element.firstElementChild);
    return () => {
      element.removeEventListener("scroll", onScroll);
      growing.disconnect();
    };
  }, [lastId]);
  return room;
}
