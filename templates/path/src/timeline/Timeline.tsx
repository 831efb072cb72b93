import type { CSSProperties } from "react";
import { axis } from "../time/axis";
import { groups, type Group } from "../time/groups";
import { lanes } from "../time/lanes";
import { kinds, stops } from "../time/stops";
import { Legend } from "./Legend";
import { LineMap } from "./LineMap";
import { StopEntry } from "./StopEntry";

/** From so many stops on, only the latest stand open; the others open one by one. */
const LONG_LIFE = 24;
const STAND_OPEN = 8;

/** Fewer stops with a time than this are seen at a glance, and need no map. */
const WORTH_A_MAP = 4;

const hasMap = lanes.length >= WORTH_A_MAP;
const isLong = stops.length > LONG_LIFE;
const latest = new Set(groups.flatMap((group) => group.stops).slice(0, STAND_OPEN));

/** A life as a line: everything that has a time, from now back to the beginning. */
export function Timeline() {
  return (
    <div className={axis ? "timeline" : "timeline undated"}>
      {kinds.length > 1 && <Legend />}
      {axis && hasMap && <LineMap axis={axis} />}
      <ol className="line">
        {groups.map((group) => (
          <GroupOnLine key={group.heading} group={group} />
        ))}
      </ol>
    </div>
  );
}

function GroupOnLine({ group: { heading, isTime, year, stops, gap } }: { group: Group }) {
  return (
    <li className={isTime ? "group" : "group titled"} style={{ "--gap": gap } as CSSProperties}>
      <h3 className={year ? "when" : "when word"}>
        {year ? <time dateTime={year}>{heading}</time> : heading}
      </h3>
      <ol className="stops">
        {stops.map((stop) => (
          <StopEntry
            key={stop.id}
            stop={stop}
            showsKind={kinds.length > 1 && axis !== undefined}
            isFolded={isLong && !latest.has(stop)}
          />
        ))}
      </ol>
    </li>
  );
}
