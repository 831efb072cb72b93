import { textOf } from "../filled";
import { formatDate, machineDate } from "../format";
import { words } from "../words";

interface Props {
  start?: string | undefined;
  end?: string | undefined;
  on?: string | undefined;
}

/** "Mar 2020 – Present", or the one date there is; nothing when there is none. */
export function Dates(props: Props) {
  const [start, end, on] = [textOf(props.start), textOf(props.end), textOf(props.on)];
  const only = on || (!start || start === end ? end : "");
  if (only) {
    return (
      <p className="dates">
        <Day date={only} />
      </p>
    );
  }
  if (!start) return null;
  return (
    <p className="dates">
      <Day date={start} /> – {end ? <Day date={end} /> : words.present}
    </p>
  );
}

function Day({ date }: { date: string }) {
  const day = machineDate(date);
  return day ? <time dateTime={day}>{formatDate(date)}</time> : <span>{date}</span>;
}
