import { kinds, type Kind } from "../time/stops";
import { words } from "../words";

/** What a kind is called: the owner's own title, else the language's word. */
export const kindTitle = (kind: Kind): string =>
  kinds.find((one) => one.kind === kind)?.title ?? words[kind];
