import { PANELS } from "./panels.ts";
import { PanelButton } from "./Rail.tsx";

/** The panels at the foot of a phone. */
export function PhoneBar() {
  return (
    <nav className="phone-bar" aria-label="Panels">
      {PANELS.map((panel) => (
        <PanelButton key={panel.id} panel={panel} />
      ))}
    </nav>
  );
}
