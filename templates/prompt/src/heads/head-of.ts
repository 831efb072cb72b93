import type { ComponentType } from "react";
import { theme } from "../theme";
import { Banner } from "./Banner";
import { Tape } from "./Tape";

const heads: Record<string, ComponentType> = { banner: Banner, tape: Tape };

/** The opening that `variants.hero` of theme.json asks for; the first when it asks for none. */
export const head: ComponentType = heads[theme.variants?.hero ?? ""] ?? Banner;
