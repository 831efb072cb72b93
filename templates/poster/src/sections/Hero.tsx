import type { ComponentType } from "react";
import { Blocks } from "../heroes/Blocks";
import { FullName } from "../heroes/FullName";
import { theme } from "../theme";

const shapes: Record<string, ComponentType> = { name: FullName, blocks: Blocks };

/** The opening that `variants.hero` of theme.json asks for; the first when it asks for none. */
export const Hero: ComponentType = shapes[theme.variants?.hero ?? ""] ?? FullName;
