import { Contact } from "./Contact";
import { Name, Portrait } from "./Name";

/** The name across both columns, every way to reach the person in the narrow one. */
export function Columns() {
  return (
    <header className="head over-columns">
      <Name />
      <Contact />
      <Portrait />
    </header>
  );
}
