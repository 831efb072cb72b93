import { filled } from "../filled";
import { RunInList } from "../parts/RunInList";
import { resume } from "../resume";

export function Interests() {
  const groups = filled(resume.interests).map(({ name, keywords }) => ({ name, items: keywords }));
  return <RunInList groups={groups} />;
}
