import type { TemplateManifest } from "../template.ts";
import type { Theme } from "../theme.ts";
import type { Touch, TouchWay } from "../touches.ts";

/** Whether a template can be given a touch: it is so anyway, or can't be made so, or may be either. */
export type TouchStanding = "has" | "lacks" | "free";

export function touchStanding(
  manifest: Pick<TemplateManifest, "touches"> | undefined,
  way: TouchWay,
): TouchStanding {
  if (manifest?.touches?.has?.includes(way)) return "has";
  return manifest?.touches?.lacks?.includes(way) ? "lacks" : "free";
}

/** The way of a touch that the theme chose, as one word; `null` where it leaves it to the template. */
export function chosenWay({ touches }: Pick<Theme, "touches">, touch: Touch): TouchWay | null {
  const way = touches?.[touch];
  return way ? (`${touch}:${way}` as TouchWay) : null;
}

/** The theme with a touch in the given way; `null` leaves it to the template again. */
export function withTouch(theme: Theme, touch: Touch, way: TouchWay | null): Theme {
  const { touches = {}, ...rest } = theme;
  const { [touch]: _, ...others } = touches;
  const next = way ? { ...others, [touch]: way.slice(touch.length + 1) } : others;
  return Object.keys(next).length > 0 ? { ...rest, touches: next as Theme["touches"] } : rest;
}
