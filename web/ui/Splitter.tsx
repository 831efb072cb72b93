import {
  useRef,
  type CSSProperties,
  type KeyboardEvent,
  type PointerEvent,
  type ReactNode,
} from "react";
import { keyedSize, withinLimits } from "./pane-size.ts";
import "./splitter.css";

export interface SplitterProps {
  /** What moves, e.g. “Width of the panel”. */
  readonly label: string;
  /** `columns`: side by side; `rows`: one above the other. */
  readonly direction: "columns" | "rows";
  /** Which pane has `size`; the other takes the rest. */
  readonly sized: "first" | "second";
  /** Pixels. */
  readonly size: number;
  readonly min: number;
  readonly max: number;
  readonly onResize: (size: number) => void;
  /** Double click or Enter, e.g. back to the usual size. */
  readonly onReset?: () => void;
  /** Shows the pane without `size` alone. */
  readonly isCollapsed?: boolean;
  readonly first: ReactNode;
  readonly second: ReactNode;
  readonly className?: string;
}

/** Two panes and the line between them: to drag, or to move by the arrow keys (Shift: further). */
export function Splitter(props: SplitterProps) {
  const { direction, sized, size, min, max, isCollapsed = false, first, second } = props;
  const hidden = (pane: "first" | "second") => isCollapsed && pane === sized;
  const style = { "--pane": `${withinLimits(size, min, max)}px` } as CSSProperties;
  return (
    <div
      className={`ui-split ${props.className ?? ""}`}
      data-direction={direction}
      data-sized={sized}
      style={style}
    >
      <div className="ui-split-pane" data-pane="first" hidden={hidden("first")}>
        {first}
      </div>
      {!isCollapsed && <SplitLine {...props} />}
      <div className="ui-split-pane" data-pane="second" hidden={hidden("second")}>
        {second}
      </div>
    </div>
  );
}

function SplitLine(props: SplitterProps) {
  const { label, direction, sized, size, min, max, onResize, onReset } = props;
  const start = useRef<{ readonly at: number; readonly size: number } | null>(null);
  const along = (event: PointerEvent) => (direction === "columns" ? event.clientX : event.clientY);
  const grows = (element: Element) => {
    const isMirrored = direction === "columns" && getComputedStyle(element).direction === "rtl";
    return (sized === "first" ? 1 : -1) * (isMirrored ? -1 : 1);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>) => {
    if (event.key === "Enter" && onReset !== undefined) return onReset();
    const next = keyedSize({
      key: event.key,
      direction,
      sign: grows(event.currentTarget),
      step: event.shiftKey ? 64 : 16,
      size,
      min,
      max,
    });
    if (next === null) return;
    event.preventDefault();
    onResize(next);
  };
  return (
    <div
      // A rule can't be moved: the line is a widget, as the window splitter pattern has it.
      // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role
      role="separator"
      tabIndex={0}
      aria-label={label}
      aria-orientation={direction === "columns" ? "vertical" : "horizontal"}
      aria-valuenow={Math.round(size)}
      aria-valuemin={min}
      aria-valuemax={Math.round(max)}
      aria-valuetext={`${Math.round(size)} pixels`}
      className="ui-split-line"
      onKeyDown={onKeyDown}
      onDoubleClick={onReset}
      onPointerDown={(event) => {
        if (event.button !== 0) return;
        event.currentTarget.setPointerCapture(event.pointerId);
        start.current = { at: along(event), size };
      }}
      onPointerMove={(event) => {
        if (start.current === null) return;
        const moved = (along(event) - start.current.at) * grows(event.currentTarget);
        onResize(withinLimits(start.current.size + moved, min, max));
      }}
      onLostPointerCapture={() => (start.current = null)}
    />
  );
}
