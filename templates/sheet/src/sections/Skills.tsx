import type { ComponentType } from "react";
import { Index } from "../skills/Index";
import { Ledger } from "../skills/Ledger";
import { RunIn } from "../skills/RunIn";
import { theme } from "../theme";

const shapes: Record<string, ComponentType> = { run: RunIn, ledger: Ledger, index: Index };

/** The shape that `variants.skills` of theme.json asks for; the first when it asks for none. */
export const Skills: ComponentType = shapes[theme.variants?.skills ?? ""] ?? RunIn;
