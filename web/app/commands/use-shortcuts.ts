import { useEffect, useEffectEvent } from "react";
import { shortcutFor, type ShortcutId } from "./shortcuts.ts";

const TYPED_IN = "input:not([type=color], [type=checkbox], [type=radio]), textarea, select";

const isTextPlace = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && (target.isContentEditable || target.matches(TYPED_IN));

/** Listens for the studio's keys for as long as the component stands. */
export function useShortcuts(run: (id: ShortcutId) => void): void {
  const press = useEffectEvent((event: KeyboardEvent) => {
    if (event.defaultPrevented || event.isComposing) return;
    const id = shortcutFor(event, isTextPlace(event.target));
    if (id === null) return;
    event.preventDefault();
    run(id);
  });
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => press(event);
    document.addEventListener("keydown", onKeyDown);
    return () => document.removeEventListener("keydown", onKeyDown);
  }, []);
}
