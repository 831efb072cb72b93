import type { ComponentType } from "react";
import { Stack } from "../skills/Stack";
import { Uses } from "../skills/Uses";
import { theme } from "../theme";

const shapes: Record<string, ComponentType> = { stack: Stack, uses: Uses };

/** The shape that `variants.skills` of theme.json asks for; the first when it asks for none. */
export const Skills: ComponentType = shapes[theme.variants?.skills ?? ""] ?? Stack;
