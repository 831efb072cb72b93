import { STYLE_TASKS } from "./style-tasks.ts";
import { WORD_TASKS } from "./word-tasks.ts";
import { COMPONENT_TASKS } from "./component-tasks.ts";
import type { Conversation } from "./task.ts";

/**
 * Twenty tasks on the sample portfolio of the template Folio, in five conversations about one site. Two go
 * wrong at first: a block that isn't found, and an edit that doesn't build. A person pauses between two
 * messages; between two conversations so long that the provider has forgotten everything.
 */
export const CONVERSATIONS: readonly Conversation[] = [
  ...STYLE_TASKS,
  ...WORD_TASKS,
  ...COMPONENT_TASKS,
];
