import { words } from "../words";

interface Props {
  start?: string;
  end?: string;
  /** One day rather than a stretch of time. */
  date?: string;
}

/** Dates as the data has them, year first: figures of one width stand in columns, in any language. */
export function Dates({ start, end, date }: Props) {
  if (date) return <Day date={date} />;
  if (!start) return end ? <Day date={end} /> : null;
  if (start === end) return <Day date={start} />;
  return (
    <span className="whitespace-nowrap">
      <Day date={start} /> – {end ? <Day date={end} /> : words.present}
    </span>
  );
}

/** A year, a month or a day; the time of day that some programs add is left out. */
const ISO_DATE = /^(\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?)(?:T.*)?$/;

function Day({ date }: { date: string }) {
  const day = ISO_DATE.exec(date)?.[1];
  return day ? (
    <time dateTime={day} dir="ltr">
      {day}
    </time>
  ) : (
    <span className="whitespace-normal">{date}</span>
  );
}
