import { Strands } from "../skills/Strands";
import { Tags } from "../skills/Tags";
import { theme } from "../theme";

export const Skills = theme.variants?.skills === "tags" ? Tags : Strands;
