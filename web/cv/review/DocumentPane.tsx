import { useEffect, useRef, type ReactNode } from "react";
import "./review-document.css";

export interface DocumentPaneProps {
  /** What is looked at; when it changes, its mark comes into view. */
  readonly shown: string | null;
  /** CSS selector of the mark. */
  readonly mark: "[data-mark]" | "[data-chosen]";
  readonly children: ReactNode;
}

/** The pane that the document scrolls in. */
export function DocumentPane({ shown, mark, children }: DocumentPaneProps) {
  const pane = useRef<HTMLElement>(null);
  useEffect(() => {
    if (shown === null) return;
    const isCalm = matchMedia("(prefers-reduced-motion: reduce)").matches;
    pane.current
      ?.querySelector(mark)
      ?.scrollIntoView({ block: "center", behavior: isCalm ? "auto" : "smooth" });
  }, [shown, mark]);
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a scrolling region must be reachable
    <section className="review-document" aria-label="The document" ref={pane} tabIndex={0}>
      {children}
    </section>
  );
}
