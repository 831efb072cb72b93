import type { ReactNode } from "react";
import { isFilled, textOf } from "../filled";
import { listOf } from "../list";
import { Dates } from "./Dates";
import { Out } from "./Out";
import { Points } from "./Points";
import { Prose } from "./Prose";
import { Run } from "./Run";

interface Props {
  title?: string | undefined;
  /** Said after the title: who, where, what kind. */
  under?: readonly (string | undefined)[];
  start?: string | undefined;
  end?: string | undefined;
  url?: string | undefined;
  summary?: string | undefined;
  points?: readonly string[] | undefined;
  items?: readonly string[] | undefined;
  children?: ReactNode;
}

/** One thing done: what and for whom, then more quietly the rest. */
export function Entry({ title, under, start, end, url, summary, points, items, children }: Props) {
  const line = listOf(under ?? []);
  return (
    <li className="entry">
      <div className="entry-head">
        {isFilled(title) && <h3>{title}</h3>}
        {line && <p className="under">{line}</p>}
        <Dates start={start} end={end} />
      </div>
      <div className="entry-body">
        {children}
        <Prose text={textOf(summary)} />
        <Points points={points} />
        <Run items={items} />
        <Out url={url} />
      </div>
    </li>
  );
}
