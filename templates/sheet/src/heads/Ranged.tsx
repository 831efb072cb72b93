import { Contact } from "./Contact";
import { Name, Portrait } from "./Name";

/** The name over the text's left edge, the photo in the margin. */
export function Ranged() {
  return (
    <header className="head ranged">
      <Name />
      <Portrait />
      <Contact />
    </header>
  );
}
