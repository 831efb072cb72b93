import { filled } from "../filled";
import { Entry } from "../parts/Entry";
import { resume } from "../resume";

export function Languages() {
  return filled(resume.languages).map(({ language, fluency }, i) => (
    <Entry key={i} title={language} of={fluency} />
  ));
}
