import { createRoot } from "react-dom/client";
import { ToastRegion } from "./ToastRegion.tsx";

/** Puts the region at the end of the page, outside of whatever a dialog makes inert. */
export function mountToastRegion(): void {
  const room = document.createElement("div");
  // react-aria leaves this out when a modal hides the rest of the page.
  room.dataset["reactAriaTopLayer"] = "true";
  document.body.append(room);
  createRoot(room).render(<ToastRegion />);
}
