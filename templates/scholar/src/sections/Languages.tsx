import { content } from "../content";
import { Entry } from "../parts/Entry";

export function Languages() {
  return content.languages?.map(({ language, fluency }, index) => (
    <Entry key={index} title={language} notes={[fluency]} />
  ));
}
