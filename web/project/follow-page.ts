import type { PortfolioStorage } from "../../shared/ports/portfolio-storage.ts";
import type { Autosave } from "./autosave.ts";

/**
 * Saves when the page is hidden or left (the browser asks first while something isn't stored yet:
 * IndexedDB can't be waited for once the page goes), and looks at what other tabs stored when they say so or when
 * the page comes back (a frozen tab hears nothing). The returned function ends it.
 */
export function followPage(storage: PortfolioStorage, id: string, autosave: Autosave): () => void {
  const unlisten = storage.onElsewhere((changed) => {
    if (changed === id) void autosave.pull();
  });
  if (typeof document === "undefined") return unlisten;
  const onVisibility = () => {
    if (document.visibilityState === "hidden") void autosave.flush();
    else void autosave.pull();
  };
  const onLeave = () => void autosave.flush();
  const onBeforeLeave = (event: BeforeUnloadEvent) => {
    if (!autosave.hasUnsaved) return;
    void autosave.flush();
    event.preventDefault();
  };
  window.addEventListener("beforeunload", onBeforeLeave);
  document.addEventListener("visibilitychange", onVisibility);
  window.addEventListener("pagehide", onLeave);
  return () => {
    unlisten();
    document.removeEventListener("visibilitychange", onVisibility);
    window.removeEventListener("beforeunload", onBeforeLeave);
    window.removeEventListener("pagehide", onLeave);
  };
}
