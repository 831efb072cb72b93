import { basics } from "../content";
import { Prose } from "../parts/Prose";

export function About() {
  return (
    <div className="abstract">
      <Prose text={basics.summary} />
    </div>
  );
}
