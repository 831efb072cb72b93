import { content } from "../content";
import { Day } from "../parts/Dates";
import { Entry } from "../parts/Entry";
import { Grouped } from "../parts/Grouped";
import type { Award } from "../resume";
import { scholarWords } from "../scholar-words";
import { isGrant } from "./rules";

export function Awards() {
  return (
    <Grouped
      items={content.awards ?? []}
      apart={isGrant}
      heading={scholarWords.grants}
      show={show}
    />
  );
}

function show({ title, date, awarder, summary }: Award, index: number, isNested: boolean) {
  return (
    <Entry
      key={index}
      id={`awards-${index + 1}`}
      isNested={isNested}
      title={title}
      of={awarder}
      when={date && <Day date={date} />}
      text={summary}
    />
  );
}
