import { filled } from "../filled";
import { RunInList } from "../parts/RunInList";
import { resume } from "../resume";

/** Skills as running text: the name in small capitals, the level in italics, then what belongs to it. */
export function RunIn() {
  const groups = filled(resume.skills).map(({ name, level, keywords }) => ({
    name,
    note: level,
    items: keywords,
  }));
  return <RunInList groups={groups} />;
}
