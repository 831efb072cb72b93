import { filled } from "../filled";
import { Entry } from "../parts/Entry";
import { Run } from "../parts/Run";
import { resume } from "../resume";

export function Skills() {
  return filled(resume.skills).map(({ name, level, keywords }, i) => (
    <Entry key={i} aside={level} title={name}>
      <Run items={keywords} />
    </Entry>
  ));
}
