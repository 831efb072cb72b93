import { formatDate, machineDate } from "../format";
import { words } from "../words";

interface Props {
  start?: string | undefined;
  end?: string | undefined;
}

/** "Mar 2020 – Present", or the one date there is. */
export function Dates({ start, end }: Props) {
  if (!start) return end ? <Day date={end} /> : null;
  if (end && formatDate(start) === formatDate(end)) return <Day date={end} />;
  return (
    <>
      <Day date={start} /> –{" "}
      {end ? <Day date={end} /> : <span className="now">{words.present}</span>}
    </>
  );
}

/** One date. Browsers and Node may shorten a month differently: what was rendered stays. */
export function Day({ date }: { date: string }) {
  const machine = machineDate(date);
  if (!machine) return date;
  return (
    <time dateTime={machine} suppressHydrationWarning>
      {formatDate(date)}
    </time>
  );
}
