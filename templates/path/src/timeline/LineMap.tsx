import type { CSSProperties } from "react";
import { shareOf, yearsOn, type Axis } from "../time/axis";
import { laneCount, lanes, type InLane } from "../time/lanes";

/** So many years have room beside the map. */
const MOST_YEARS = 14;

/**
 * The whole life beside the page, by true proportion: what ran at the same time lies side by side.
 * For eyes and pointers; the line itself says all of it in words.
 */
export function LineMap({ axis }: { axis: Axis }) {
  return (
    <div className="map" aria-hidden="true" style={{ "--stops": lanes.length } as CSSProperties}>
      <div className="map-field" style={{ "--lanes": laneCount } as CSSProperties}>
        {yearsOn(axis, MOST_YEARS).map((year) => (
          <b key={year} style={{ "--at": shareOf(year, axis) } as CSSProperties}>
            {year}
          </b>
        ))}
        {lanes.map((inLane) => (
          <Stroke key={inLane.stop.id} axis={axis} {...inLane} />
        ))}
      </div>
    </div>
  );
}

function Stroke({ stop, lane, axis }: InLane & { axis: Axis }) {
  const { id, kind, span, isOpen, title, of } = stop;
  const from = shareOf(span!.from, axis);
  const to = isOpen ? 1 : shareOf(span!.to, axis);
  const style = {
    "--lane": lane,
    "--from": from,
    "--length": to - from,
    "--stop": `--${id}`,
  } as CSSProperties;
  const shape = to === from ? "moment" : isOpen ? "open" : "closed";
  return (
    <a
      href={`#${id}`}
      tabIndex={-1}
      aria-label={title.text ?? of.text}
      title={title.text ?? of.text}
      className={`stroke of-${kind} ${shape}`}
      style={style}
    />
  );
}
