import { textOf } from "../filled";
import { formatDate, machineDate } from "../format";
import { words } from "../words";

interface Props {
  start?: string | undefined;
  end?: string | undefined;
}

/** "Mar 2020 – Present", or the one date there is; nothing when there is none. */
export function Dates(props: Props) {
  const [start, end] = [textOf(props.start), textOf(props.end)];
  if (!start && !end) return null;
  if (!start || start === end) {
    return (
      <p className="dates">
        <Day date={end} />
      </p>
    );
  }
  return (
    <p className="dates">
      <Day date={start} /> – {end ? <Day date={end} /> : words.present}
    </p>
  );
}

/** Browsers and Node may shorten a month differently: what was rendered stays. */
function Day({ date }: { date: string }) {
  const day = machineDate(date);
  if (!day) return <span>{date}</span>;
  return (
    <time dateTime={day} suppressHydrationWarning>
      {formatDate(date)}
    </time>
  );
}
