import { shownKeys } from "./shown-keys.ts";
import "./small-parts.css";

/** Keys to press, e.g. `Mod+Shift+Z`; shown as this machine writes them. */
export function Kbd({ keys }: { readonly keys: string }) {
  const isApple = /Mac|iPhone|iPad/.test(globalThis.navigator?.platform ?? "");
  return <kbd className="ui-kbd">{shownKeys(keys, isApple)}</kbd>;
}
