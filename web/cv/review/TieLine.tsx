import { useEffect, useRef, type RefObject } from "react";
import { tiePath } from "./tie-path.ts";

export interface TieLineProps {
  readonly body: RefObject<HTMLElement | null>;
}

/** The line from the focused field to its place in the document, on wide screens; a new one for each. */
export function TieLine({ body }: TieLineProps) {
  const path = useRef<SVGPathElement>(null);
  useEffect(() => {
    const room = body.current;
    if (room === null) return;
    let frame = 0;
    const draw = () => {
      const mark = room.querySelector("[data-mark]");
      const field = room.querySelector("[data-row] .ui-input, [data-row] .review-finding");
      const pane = room.querySelector(".review-document");
      const d =
        mark === null || field === null || pane === null
          ? ""
          : tiePath({
              origin: room.getBoundingClientRect(),
              mark: mark.getBoundingClientRect(),
              pane: pane.getBoundingClientRect(),
              field: field.getBoundingClientRect(),
            });
      path.current?.setAttribute("d", d);
    };
    const later = () => {
      cancelAnimationFrame(frame);
      frame = requestAnimationFrame(draw);
    };
    const observer = new ResizeObserver(later);
    observer.observe(room);
    room.addEventListener("scroll", later, { capture: true, passive: true });
    later();
    return () => {
      cancelAnimationFrame(frame);
      observer.disconnect();
      room.removeEventListener("scroll", later, { capture: true });
    };
  }, [body]);
  return (
    <svg className="review-tie" aria-hidden="true">
      <path ref={path} />
    </svg>
  );
}
