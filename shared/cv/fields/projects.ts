import { readHead } from "../chunks.ts";
import { findEntries } from "../entries.ts";
import { found, type FoundTree } from "../found.ts";
import type { Item } from "../items.ts";
import { datesOf, textsOf } from "./work.ts";

/** Projects: a name, dates, what it was. What stands after the name (client, stack, role) is kept as its entity. */
export function readProjects(items: readonly Item[]): FoundTree[] {
  return findEntries(items).flatMap((entry) => {
    const head = readHead(entry.head);
    const [name, ...others] = head.chunks;
    if (!name) return [];
    const inHead = others.find((chunk) => chunk.row > name.row && chunk.text.length > 40);
    const texts = textsOf(entry, "description");
    const entity = others.find((chunk) => chunk !== inHead && chunk.text.length <= 80);
    return [
      {
        name: found(name.text, name.lines, 0.85, "first line of the entry"),
        ...datesOf(head, entry, "end"),
        url: head.url
          ? found(head.url.text, head.url.lines, 0.9, "address in the entry’s head")
          : undefined,
        entity: entity ? found(entity.text, entity.lines, 0.5, "what follows the name") : undefined,
        ...(inHead && !texts["description"]
          ? { ...texts, description: found(inHead.text, inHead.lines, 0.7, "line under the name") }
          : texts),
      },
    ];
  });
}
