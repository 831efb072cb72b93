import type { ComponentType } from "react";
import { theme } from "../theme";
import { Centred } from "./Centred";
import { Columns } from "./Columns";
import { Ranged } from "./Ranged";

const heads: Record<string, ComponentType> = {
  ranged: Ranged,
  centred: Centred,
  columns: Columns,
};

/** The letterhead that `variants.hero` of theme.json asks for; the first when it asks for none. */
export const head: ComponentType = heads[theme.variants?.hero ?? ""] ?? Ranged;

/** Whether the page is set in two columns. */
export const isTwoColumns = head === Columns;
