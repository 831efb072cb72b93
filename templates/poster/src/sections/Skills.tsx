import type { ComponentType } from "react";
import { Columns } from "../skills/Columns";
import { Wall } from "../skills/Wall";
import { theme } from "../theme";
import { Band, type BandProps } from "./Band";

const shapes: Record<string, ComponentType> = { columns: Columns, wall: Wall };

/** Skills in the shape that `variants.skills` of theme.json asks for; the first when it asks for none. */
export function Skills(props: BandProps) {
  const Shape = shapes[theme.variants?.skills ?? ""] ?? Columns;
  return (
    <Band {...props}>
      <Shape />
    </Band>
  );
}
