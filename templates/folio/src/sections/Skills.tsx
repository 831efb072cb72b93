import type { ComponentType } from "react";
import { Glossary } from "../skills/Glossary";
import { SkillEntries } from "../skills/SkillEntries";
import { theme } from "../theme";

const shapes: Record<string, ComponentType> = { entries: SkillEntries, glossary: Glossary };

/** The shape that `variants.skills` of theme.json asks for; the first when it asks for none. */
export const Skills: ComponentType = shapes[theme.variants?.skills ?? ""] ?? SkillEntries;
