import { formatDate } from "../format";
import { words } from "../words";

interface Props {
  start?: string | undefined;
  end?: string | undefined;
  on?: string | undefined;
}

/** "Mar 2020 – Present", or the one date there is; nothing when there is none. */
export function Dates({ start, end, on }: Props) {
  const only = on || (start ? undefined : end);
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
  const known = /^\d{4}(-\d\d){0,2}$/.test(date);
  return known ? <time dateTime={date}>{formatDate(date)}</time> : <span>{formatDate(date)}</span>;
}
