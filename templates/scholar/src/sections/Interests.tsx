import { content } from "../content";
import { Entry } from "../parts/Entry";
import { Run } from "../parts/Run";

export function Interests() {
  return content.interests?.map(({ name, keywords }, index) => (
    <Entry key={index} title={name}>
      <Run items={keywords} />
    </Entry>
  ));
}
