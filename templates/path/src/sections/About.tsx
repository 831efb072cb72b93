import { basics } from "../content";
import { Prose } from "../parts/Prose";

export function About() {
  return (
    <div className="lead">
      <Prose text={basics.summary} />
    </div>
  );
}
