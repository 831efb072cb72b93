import { filled } from "../filled";
import { Entry } from "../parts/Entry";
import { Run } from "../parts/Run";
import { resume } from "../resume";

export function Interests() {
  return filled(resume.interests).map(({ name, keywords }, i) => (
    <Entry key={i} title={name}>
      <Run items={keywords} />
    </Entry>
  ));
}
