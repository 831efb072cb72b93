import type { ReactNode } from "react";
import { filled, isFilled } from "../filled";
import { listOf } from "../list";
import { Dates } from "./Dates";
import { Out } from "./Out";

interface Props {
  title?: string | undefined;
  /** Said under the title: who, where, what kind. */
  under?: readonly (string | undefined)[];
  start?: string | undefined;
  end?: string | undefined;
  /** One day rather than a span of time. */
  on?: string | undefined;
  url?: string | undefined;
  summary?: string | undefined;
  highlights?: readonly string[] | undefined;
  tags?: readonly string[] | undefined;
  children?: ReactNode;
}

/** One thing done: when, what, for whom, and what came of it. */
export function Entry(props: Props) {
  const { title, start, end, on, url, summary, highlights, tags, children } = props;
  const under = listOf(props.under ?? []);
  return (
    <li className="entry">
      <Dates start={start} end={end} on={on} />
      <div className="entry-text">
        {isFilled(title) && <h3>{title}</h3>}
        {under && <p className="under">{under}</p>}
        {children}
        {isFilled(summary) && <p>{summary}</p>}
        <Points items={highlights} />
        <Tags items={tags} />
        <Out url={url} />
      </div>
    </li>
  );
}

function Points({ items }: { items: readonly string[] | undefined }) {
  const points = filled(items);
  if (points.length === 0) return null;
  return (
    <ul className="points">
      {points.map((point, i) => (
        <li key={i}>{point}</li>
      ))}
    </ul>
  );
}

export function Tags({ items }: { items: readonly string[] | undefined }) {
  const tags = filled(items);
  if (tags.length === 0) return null;
  return (
    <ul className="tags">
      {tags.map((tag, i) => (
        <li key={i}>{tag}</li>
      ))}
    </ul>
  );
}
