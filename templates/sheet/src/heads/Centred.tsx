import { Contact } from "./Contact";
import { Name, Portrait } from "./Name";

/** A title page: all on the middle axis, over a thick and a thin rule. */
export function Centred() {
  return (
    <header className="head centred">
      <Portrait />
      <Name />
      <Contact />
      <div className="double-rule" />
    </header>
  );
}
