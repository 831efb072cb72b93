import { byYear, kindsThere, talks, writings, type YearGroup } from "../publications/works";
import { Citation } from "../publications/Citation";
import { Filter } from "../publications/Filter";
import { machineDate } from "../format";
import { scholarWords } from "../scholar-words";

/** Fewer than this are seen at a glance: there is nothing to choose from. */
const WORTH_FILTERING = 4;

export function Publications() {
  const count = writings.length + talks.length;
  const groups = byYear(writings);
  return (
    <div className="bibliography">
      {count >= WORTH_FILTERING && kindsThere.length > 1 && (
        <Filter count={count} kinds={kindsThere} />
      )}
      {groups.map((group, i) => (
        <Year key={i} group={group} isAlone={groups.length === 1} />
      ))}
      {talks.length > 0 && (
        <div className="year talks">
          <h3 className="group-title">{scholarWords.talk}</h3>
          <ol className="citations">
            {talks.map((work) => (
              <Citation key={work.id} work={work} />
            ))}
          </ol>
        </div>
      )}
    </div>
  );
}

/** What came out in one year; the year stays beside it in the margin while one reads. */
function Year({ group: { heading, works }, isAlone }: { group: YearGroup; isAlone: boolean }) {
  const machine = machineDate(heading);
  const title = heading || (isAlone ? "" : scholarWords.undated);
  return (
    <div className="year">
      {title && (
        <h3 className={machine ? "year-title" : "year-title word"}>
          {machine ? <time dateTime={machine}>{title}</time> : title}
        </h3>
      )}
      <ol className="citations">
        {works.map((work) => (
          <Citation key={work.id} work={work} heading={heading} />
        ))}
      </ol>
    </div>
  );
}
