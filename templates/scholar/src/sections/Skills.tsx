import { Index } from "../skills/Index";
import { List } from "../skills/List";
import { theme } from "../theme";

export const Skills = theme.variants?.skills === "list" ? List : Index;
