import type { ComponentType } from "react";
import { theme } from "../theme";
import { Count } from "./Count";
import { Table } from "./Table";
import { Tree } from "./Tree";

const shapes: Record<string, ComponentType> = { table: Table, tree: Tree, count: Count };

/** The shape that `variants.skills` of theme.json asks for; the first when it asks for none. */
export const Skills: ComponentType = shapes[theme.variants?.skills ?? ""] ?? Table;
