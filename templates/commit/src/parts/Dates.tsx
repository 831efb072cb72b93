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
  return (
    <span className="whitespace-nowrap">
      <Day date={start} /> – {end ? <Day date={end} /> : words.present}
    </span>
  );
}

function Day({ date }: { date: string }) {
  return /^\d{4}(-\d{2}){0,2}$/.test(date) ? (
    <time dateTime={date} dir="ltr">
      {date}
    </time>
  ) : (
    <span className="whitespace-normal">{date}</span>
  );
}
