import { content } from "../content";
import { Entry } from "../parts/Entry";
import { Run } from "../parts/Run";

/** Skills as the résumé gives them: the keywords in a run, the level in the margin. */
export function List() {
  return content.skills?.map(({ name, level, keywords }, index) => (
    <Entry key={index} title={name} notes={[level]}>
      <Run items={keywords} />
    </Entry>
  ));
}
