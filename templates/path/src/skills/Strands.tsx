import type { CSSProperties } from "react";
import { content } from "../content";
import { Run } from "../parts/Run";
import { axis, shareOf, type Axis } from "../time/axis";
import type { Stop } from "../time/stops";
import { mentionsOf } from "./mentions";

/**
 * A strand for each skill, as long as the line of the page: thick where something that speaks of the
 * skill (or of one of its keywords) ran. A skill that nothing speaks of has none.
 */
export function Strands() {
  return (
    <ul className="strands">
      {(content.skills ?? []).map(({ name, level, keywords = [] }, i) => {
        const along = mentionsOf([...(name ? [name] : []), ...keywords]).filter(({ span }) => span);
        return (
          <li key={i} className="strand-row">
            <div className="strand-name">
              {name && <h3>{name}</h3>}
              {level && <p className="level">{level}</p>}
            </div>
            <div>
              {axis && along.length > 0 && <Strand stops={along} axis={axis} />}
              <Run items={keywords} />
            </div>
          </li>
        );
      })}
    </ul>
  );
}

function Strand({ stops, axis }: { stops: readonly Stop[]; axis: Axis }) {
  return (
    <p className="strand" aria-hidden="true">
      {stops.map(({ id, span, isOpen }) => {
        const from = shareOf(span!.from, axis);
        const to = isOpen ? 1 : shareOf(span!.to, axis);
        return <i key={id} style={{ "--from": from, "--length": to - from } as CSSProperties} />;
      })}
    </p>
  );
}
