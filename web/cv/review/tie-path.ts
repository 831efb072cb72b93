export interface Edges {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

export interface Tie {
  /** All in the coordinates of the window; the path is relative to the origin's upper left corner. */
  readonly origin: Edges;
  readonly mark: Edges;
  /** What of the document is in view. */
  readonly pane: Edges;
  readonly field: Edges;
}

const middle = ({ top, bottom }: Edges) => (top + bottom) / 2;

/**
 * An SVG path from the side of the mark to the side of the field, by the gutter between the panes;
 * empty when either has scrolled out of view.
 */
export function tiePath({ origin, mark, pane, field }: Tie): string {
  const from = middle(mark);
  const to = middle(field);
  const isSeen = from >= pane.top && from <= pane.bottom && to >= pane.top && to <= pane.bottom;
  if (!isSeen || field.right <= field.left) return "";
  const isMirrored = field.left < mark.left;
  const x1 = (isMirrored ? mark.left : mark.right) - origin.left;
  const x2 = (isMirrored ? field.right : field.left) - origin.left;
  const gutter = (isMirrored ? pane.left : pane.right) - origin.left;
  const round = (n: number) => Math.round(n * 10) / 10;
  const y1 = round(from - origin.top);
  const y2 = round(to - origin.top);
  return `M${round(x1)} ${y1}H${round(gutter)}V${y2}H${round(x2)}`;
}
