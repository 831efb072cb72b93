import { filled } from "../filled";
import { Entry } from "../parts/Entry";
import { Run } from "../parts/Run";
import { resume } from "../resume";

/** Skills like everything else: the name in the column, the level in the margin. */
export function SkillEntries() {
  return filled(resume.skills).map(({ name, level, keywords }, i) => (
    <Entry key={i} aside={level} title={name}>
      <Run items={keywords} />
    </Entry>
  ));
}
