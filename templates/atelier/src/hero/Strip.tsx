import type { CSSProperties } from "react";
import { Picture } from "../projects/Picture";
import { pieces } from "../projects/pieces";

/** As many as pass by while the opening is on the screen. */
const MOST = 10;

/** The pieces in one row, drifting by as the page is scrolled; each is told of in the gallery. */
export function Strip() {
  return (
    <div className="strip" aria-hidden="true">
      <div className="strip-row">
        {pieces.slice(0, MOST).map((piece) => (
          <div className="frame" key={piece.id} style={{ "--ratio": piece.ratio } as CSSProperties}>
            <Picture piece={piece} width={400} isFirst />
          </div>
        ))}
      </div>
    </div>
  );
}
